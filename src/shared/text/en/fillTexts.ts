import type { Spoken } from '../paper'
import type * as zh from '../zh/fillTexts'

export const fillTexts = {
  'fill.done': 'Filled {cells} cells, written to “{file}”. Formulas are calculated again when it is opened',
  'fill.expectedOut': 'Write to another {extension} file; the received template stays as it is',
  'fill.boundTwice': 'One cell is bound twice',
  'fill.sheetNotNamed': 'The template has several sheets; say which one',
  'fill.badAddress': '“{value}” is no place that can be used here',
  'fill.nameNotCalculated': 'The name of the district here comes from a formula, and the file does not hold its result. Open the form in Excel or WPS, save it, and fill it then',
  'fill.noNames': 'There is no name of a district in “{value}”',
  'error.template_cell_taken.heading': 'This is the heading of a column of a table that formulas name, or another column would be called the same. Bind another cell',
  'fill.nameOutOfStep': 'The bindings give each district {each} rows (columns), but this name does not stand at the beginning of such a group. Please check the range, or bind it in several blocks',
  'fill.notALine': '“{value}” is not a row or a column',
  'fill.unknownPlaceholder': 'There is no placeholder {value}; there are {known}',
  'fill.difference': '{place} was “{before}”, now “{now}”',
  'fill.nothing': 'empty',
} as const satisfies Spoken<typeof zh.fillTexts>
