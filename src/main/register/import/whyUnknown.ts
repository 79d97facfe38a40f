import { kindDefinitions } from '../../../shared/domain/catalogue/fields'
import { kindHeadings, recordKindOf, type ImportKind } from '../../../shared/domain/catalogue/headings'
import { t } from '../../../shared/text/t'
import type { ImportAnswer } from './answer'
import { timeRoleOf } from './figures/timeColumns'
import { matchHeader } from './table/header'

/** What the refusal of a file without a list can say beside its headings. */
export function whyUnknown(headings: readonly string[], notices: ImportAnswer['notices']): { what?: 'figures' | 'keyless' | 'hidden'; kind?: string; key?: string; sheets?: string[] } {
  if (headings.some((heading) => ['previous', 'target'].includes(timeRoleOf(heading) ?? ''))) return { what: 'figures' }
  const keyless = kindWithoutKey(headings)
  if (keyless !== null) return { what: 'keyless', kind: t(`kind.${keyless}`), key: keyLabel(keyless) }
  const hidden = notices.flatMap(({ code, sheet }) => (code === 'hidden_sheet_left_out' ? [sheet ?? ''] : []))
  return hidden.length > 0 ? { what: 'hidden', sheets: hidden } : {}
}

/** Kinds of which no record is known without its number. */
const numberedKinds = ['trademarks', 'patents', 'standards'] as const satisfies readonly ImportKind[]
const fewestFields = 3

/** The kind that these headings would be of if one of them were its number's. */
function kindWithoutKey(headings: readonly string[]): ImportKind | null {
  const header = { rows: [], columns: headings.map((text, index) => ({ index, header: text })) }
  const speaking = numberedKinds.filter((kind) => headings.some((text) => kindHeadings[kind].titleWords.some((word) => text.includes(word))))
  const fields = (kind: ImportKind): number => matchHeader(header, kind).mapping.fields.size
  const [best] = speaking.filter((kind) => fields(kind) >= fewestFields).sort((a, b) => fields(b) - fields(a))
  return best ?? null
}

function keyLabel(kind: ImportKind): string {
  const { fields, key } = kindDefinitions[recordKindOf[kind]]
  return fields.find(({ name }) => name === key)?.label ?? key
}
