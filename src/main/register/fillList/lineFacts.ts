import { choiceLabel } from '../../../shared/domain/catalogue/choices'
import { listDefinitions, listField } from '../../../shared/domain/catalogue/listFields'
import { t } from '../../../shared/text/t'
import { packDate } from '../columns/packedDate'
import { createCellContext } from '../lists/cellContext'
import { cellReader, type ListCell } from '../lists/rowCells'
import type { RegisterSession } from '../opened/session'
import { loadSubjects } from '../units/unitSubjects'
import type { LineKind } from './lineKeys'

/** What is filled in beside a line: under these headings. */
export interface FactColumns {
  headings: readonly string[]
  /** The facts of each asked key; absent for a key that the register does not have. */
  lookUp(keys: readonly string[]): Promise<Map<string, Facts>>
}

export interface Facts {
  values: (string | number | null)[]
  /** Of a unit: which one it is, and the code and name of a unit of the directory. */
  unit?: { subject: number; code: string | null; name: string }
}

const recordFields: Record<Exclude<LineKind, 'units'>, readonly string[]> = {
  standards: ['standardNo', 'title', 'kind', 'status', 'publishedOn', 'role', 'district'],
  patents: ['title', 'type', 'status', 'grantedOn', 'parties', 'district'],
  trademarks: ['name', 'owner', 'status', 'termEndOn', 'district'],
}

/** The facts that a list of a kind gets, as they hold on a day (YYYY-MM-DD). */
export function factsOf(session: RegisterSession, kind: LineKind, today: string): FactColumns {
  return kind === 'units' ? unitFacts(session, today) : recordFacts(session, kind, today)
}

function recordFacts(session: RegisterSession, kind: Exclude<LineKind, 'units'>, today: string): FactColumns {
  const fields = recordFields[kind].flatMap((name) => listField(kind, name) ?? [])
  return {
    headings: fields.map(({ label }) => label),
    async lookUp(keys) {
      const context = await createCellContext(await session.columns.current(), packDate(today))
      const cellsOf = cellReader(kind, fields, context)
      const found = new Map<string, Facts>()
      for (const [key, record] of await session.store.records.byKeys(listDefinitions[kind].record, keys)) {
        const cells = cellsOf(record)
        found.set(key, { values: fields.map(({ name, choices }) => printed(cells[name] ?? null, choices)) })
      }
      return found
    },
  }
}

function printed(cell: ListCell, choices: Parameters<typeof choiceLabel>[0] | undefined): string | number | null {
  if (cell === null || typeof cell === 'number') return cell
  if (Array.isArray(cell)) return cell.map((value) => (choices ? choiceLabel(choices, String(value)) : String(value))).join('、')
  return choices ? choiceLabel(choices, String(cell)) : String(cell)
}

function unitFacts(session: RegisterSession, today: string): FactColumns {
  const headings = [
    t('fillList.code'), t('fillList.name'), t('fillList.district'), t('fillList.ended'), t('fillList.standards'), t('fillList.lead'), t('fillList.patents'), t('fillList.validPatents'),
    t('fillList.trademarks'), t('fillList.honours'), t('fillList.pilots'),
  ]
  return {
    headings,
    async lookUp(keys) {
      const { all, find } = await loadSubjects(session, today)
      const units = await (await session.columns.current()).units()
      const context = await createCellContext(await session.columns.current(), packDate(today))
      const found = new Map<string, Facts>()
      for (const key of keys) {
        const at = find(key)
        const subject = all[at]
        if (!subject) continue
        const unit = subject.id === null ? undefined : units.unitOfId.get(subject.id)
        const place = unit === undefined ? null : units.placeOn(unit, packDate(today))
        const [record] = subject.id === null ? [] : await session.store.records.byIds('unit', [subject.id])
        const { standards, lead, patents, validPatents, trademarks, honours, pilots } = subject.counts
        const ended = record?.values['endedOn']
        found.set(key, { unit: { subject: at, code: subject.id === null ? null : subject.code, name: subject.name }, values: [subject.code, subject.name, place === null ? null : context.names.ofPlace(place), typeof ended === 'string' ? ended : null, standards, lead, patents, validPatents, trademarks, honours, pilots] })
      }
      return found
    },
  }
}
