import type { ImportKind } from '../../../../shared/domain/catalogue/headings'
import { parseApplicationNumber } from '../../../../shared/domain/patents/patentNumber'
import { parsePctApplication } from '../../../../shared/domain/patents/patentPublication'
import { parseStandardNumber } from '../../../../shared/domain/standards/standardNumber'
import { parseRegistrationNumber } from '../../../../shared/domain/trademarks/trademark'
import { parseUscc } from '../../../../shared/domain/units/uscc'
import type { Cell } from '../../../workbook/types'

/** Far in the future: whether a number is one does not depend on the day. */
const anyDay = '2199-12-31'

const parsers: Partial<Record<ImportKind, (cell: string | number) => boolean>> = {
  patents: isApplicationNumber,
  high_value: isApplicationNumber,
  standards: (cell) => parseStandardNumber(cell, { today: anyDay }).ok,
  pct: (cell) => parsePctApplication(cell).ok,
  units: (cell) => parseUscc(cell).ok,
  trademarks: (cell) => parseRegistrationNumber(cell).ok,
}

/** Six digits become one by a leading zero and a check digit that nothing in the cell bears out: codes of places look the same. */
function isApplicationNumber(cell: string | number): boolean {
  const number = parseApplicationNumber(cell)
  return number.ok && !(number.warnings.includes('leading_zero_restored') && number.warnings.includes('check_digit_computed'))
}

/** Field of the number that tells a kind of file by its content alone: it has a check digit or a grammar of its own. */
export const telltaleFields: Partial<Record<ImportKind, string>> = {
  patents: 'applicationNumber', high_value: 'applicationNumber', standards: 'standardNo', pct: 'pctNumber', units: 'uscc',
}

/** Whether a cell is a valid number of the kind's records; undefined for kinds whose key has no form of its own. */
export function isKeyOf(kind: ImportKind, cell: Cell | undefined): boolean | undefined {
  const parse = parsers[kind]
  if (!parse) return undefined
  return (typeof cell === 'string' && cell.length <= 60) || typeof cell === 'number' ? parse(cell) : false
}
