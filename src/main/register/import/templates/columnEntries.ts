import type { CollectionColumn, EntryKind } from '../../../../shared/domain/catalogue/collectionForms'
import { textOf } from '../../../../shared/text/t'
import { longestList, type EntryCheck } from '../../../workbook/write/form/entryChecks'
import type { EntryColumn } from '../../../workbook/write/form/entryFormWriter'

/** Serial numbers of 1980-01-01 and 2099-12-31. */
const days = { from: 29_221, to: 73_050 }
const years = { from: 1980, to: 2099 }
const formats: Partial<Record<EntryKind, string>> = { date: 'yyyy-mm-dd', year: '0', figure: 'General' }

const codeSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Check formulas, each about the first cell of a column; programs move them on to the others. */
const formulas: Partial<Record<EntryKind, (cell: string) => string>> = {
  // GB 32100: weights are the powers of 3 modulo 31. A check takes no lists of numbers, ROW makes them.
  uscc: (cell) => `AND(LEN(${cell})=18,MOD(31-MOD(SUMPRODUCT((FIND(MID(${cell},ROW(INDIRECT("1:17")),1),"${codeSigns}")-1)*MOD(3^(ROW(INDIRECT("1:17"))-1),31)),31),31)+1=FIND(RIGHT(${cell}),"${codeSigns}"))`,
  standard_number: (cell) => `AND(LEN(${cell})>5,ISNUMBER(VALUE(RIGHT(TRIM(${cell}),4))),OR(ISNUMBER(FIND("-",${cell})),ISNUMBER(FIND("—",${cell})),ISNUMBER(FIND(":",${cell}))))`,
  application_number: (cell) => `OR(LEN(SUBSTITUTE(SUBSTITUTE(UPPER(${cell}),"ZL",""),".",""))=13,LEN(SUBSTITUTE(SUBSTITUTE(UPPER(${cell}),"ZL",""),".",""))=9)`,
}

/**
 * A column of a form with its format, check and prompt.
 *
 * @param districts  names to choose from
 * @param listRange  where words stand that are too many to be written into the check
 */
export function entryColumnOf(column: CollectionColumn, districts: readonly string[], listRange: string): EntryColumn {
  const { heading, entry, width, isRequired } = column
  return {
    header: heading, width, isRequired: isRequired === true, format: formats[entry] ?? '@',
    check: (cell) => checkOf(column, cell, districts, listRange), prompt: textOf(`entry.${entry}`), error: textOf(`entry.error.${entry}`),
  }
}

function checkOf({ entry, choices = [] }: CollectionColumn, cell: string, districts: readonly string[], listRange: string): EntryCheck | null {
  switch (entry) {
    case 'date': return { type: 'date', ...days }
    case 'year': return { type: 'whole', ...years }
    case 'figure': return { type: 'decimal', from: 0 }
    case 'choice':
    case 'suggestion': return { type: 'list', words: choices, isOpen: entry === 'suggestion' }
    case 'district':
    case 'region': return districts.join(',').length <= longestList ? { type: 'list', words: districts, isOpen: false } : { type: 'range', range: listRange }
    default: {
      const formula = formulas[entry]
      return formula === undefined ? null : { type: 'formula', formula: formula(cell) }
    }
  }
}
