import type { FieldConflict } from '../../../../shared/bridge/records'
import type { PlaceWords } from '../../../../shared/domain/catalogue/exportedValues'
import type { RecordKind, Values } from '../../../../shared/domain/catalogue/fields'
import { formOf } from '../../../../shared/domain/catalogue/recordForms'
import { isDraftingList } from '../../../../shared/domain/merging/settleDrafting'
import { isDisputable } from '../../../../shared/domain/merging/foldRecord'
import type { StatedValues } from '../../../../shared/domain/merging/statement'
import type { RegisterSession } from '../../opened/session'
import type { SupportRow } from '../../evidence/statementCodec'
import type { RecordState } from '../recordState'
import { typedText } from '../edit/typedText'

type Said = FieldConflict['values'][number]

/** The fields of which rows, files or a person say different things: each value with who says it, and what stood in the cell. */
export async function conflictsOf(session: Pick<RegisterSession, 'store' | 'batchRows'>, state: RecordState, words: PlaceWords): Promise<FieldConflict[]> {
  const { kind, values } = state.record
  const conflicts: FieldConflict[] = []
  for (const { name, label, isFixed } of formOf(kind).flatMap(({ fields }) => fields)) {
    if (isFixed || !isDisputable(kind, name)) continue
    const current = typedText(kind, name, values, words)
    const said = new Map<string, Said>()
    const of = (text: string): Said => {
      const known = said.get(text) ?? { text, isCurrent: text === current, isHand: false, by: [] }
      said.set(text, known)
      return known
    }
    for (const support of state.support) {
      const text = statedText(kind, name, support.statement.values, words)
      if (text !== '') of(text).by.push(await whoSays(session, support, name))
    }
    const hand = state.hand?.values
    if (hand !== undefined && name in hand) of(typedText(kind, name, hand, words)).isHand = true
    const distinct = [...said.values()].filter(({ text, isCurrent }) => isCurrent || !isOnlyVaguer(text, [...said.keys()]))
    if (distinct.length > 1) conflicts.push({ field: name, label, values: distinct.sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent)) })
  }
  return conflicts
}

/** What a row says of a field, as an editor would type it; a whole drafting list as such. */
function statedText(kind: RecordKind, name: string, stated: StatedValues, words: PlaceWords): string {
  const { _list: list } = stated
  if (kind === 'standard' && name === 'drafting') {
    return isDraftingList(list) ? typedText(kind, name, { drafting: list.names.map((unit, index): [number, string] => [index + 1, unit]) }, words) : ''
  }
  const value = stated[name]
  return value === undefined || value === null ? '' : typedText(kind, name, { [name]: value } as Values, words) // statement fields without an underscore are record fields
}

async function whoSays({ store, batchRows }: Pick<RegisterSession, 'store' | 'batchRows'>, { source, row }: SupportRow, field: string): Promise<Said['by'][number]> {
  const batch = await store.batches.get(source.batch)
  const repaired = (await batchRows.remarks(source.id, row.row, row.row)).find(({ verdict, detail }) => verdict === 'repaired' && detail['field'] === field)
  const from = repaired?.detail['from']
  return {
    batch: source.batch, file: batch?.fileName ?? '', sheet: source.sheet, row: row.row, sourceClass: source.class,
    raw: typeof from === 'string' || typeof from === 'number' ? String(from) : null,
  }
}

/** 2021-02 beside 2021-02-18 is no contradiction. */
function isOnlyVaguer(text: string, others: readonly string[]): boolean {
  return /^\d{4}(?:-\d{2})?$/u.test(text) && others.some((other) => other !== text && other.startsWith(`${text}-`))
}
