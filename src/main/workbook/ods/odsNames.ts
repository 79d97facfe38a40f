import { nameCode } from '../xml/xmlNames'

/** Local names of OpenDocument: elements of many namespaces, none of which shares one with another meaning here. */
export const elements = {
  spreadsheet: nameCode('spreadsheet'),
  style: nameCode('style'),
  tableProperties: nameCode('table-properties'),
  table: nameCode('table'),
  column: nameCode('table-column'),
  row: nameCode('table-row'),
  cell: nameCode('table-cell'),
  coveredCell: nameCode('covered-table-cell'),
  paragraph: nameCode('p'),
  spaces: nameCode('s'),
  tab: nameCode('tab'),
  lineBreak: nameCode('line-break'),
  annotation: nameCode('annotation'),
  shapes: nameCode('shapes'),
  nullDate: nameCode('null-date'),
} as const

export const attributes = {
  name: nameCode('name'),
  styleName: nameCode('style-name'),
  display: nameCode('display'),
  visibility: nameCode('visibility'),
  columnsRepeated: nameCode('number-columns-repeated'),
  rowsRepeated: nameCode('number-rows-repeated'),
  columnsSpanned: nameCode('number-columns-spanned'),
  rowsSpanned: nameCode('number-rows-spanned'),
  valueType: nameCode('value-type'),
  value: nameCode('value'),
  dateValue: nameCode('date-value'),
  booleanValue: nameCode('boolean-value'),
  stringValue: nameCode('string-value'),
  formula: nameCode('formula'),
  count: nameCode('c'),
} as const
