import { profileKinds, type ProfileKind, type ProfileSection, type ProfileYear, type UnitProfile } from '../../../shared/bridge/units'
import { formOf } from '../../../shared/domain/catalogue/recordForms'
import { listDefinitions, listField, type ListField } from '../../../shared/domain/catalogue/listFields'
import { succeed, type Result } from '../../../shared/domain/result'
import { normaliseName } from '../../../shared/domain/text'
import { packDate } from '../columns/packedDate'
import { createCellContext } from '../lists/cellContext'
import { cellReader } from '../lists/rowCells'
import type { RegisterSession } from '../opened/session'
import { typedText } from '../records/edit/typedText'
import { findMember } from './findMember'
import { profileAttachments } from './profileAttachments'
import { recordsOfSubjects, type SubjectRecords } from './subjectRecords'
import { textsOf } from './unitParts'
import { loadSubjects, type NamedSubject } from './unitSubjects'

/** What the page of a unit shows of each record; the first date is the one its year is taken from. */
export const profileFields: Record<ProfileKind, readonly string[]> = {
  standards: ['standardNo', 'title', 'kind', 'publishedOn', 'status'],
  patents: ['applicationNumber', 'title', 'type', 'filedOn', 'grantedOn', 'status'],
  trademarks: ['registrationNumber', 'name', 'classes', 'registeredOn', 'termEndOn', 'status'],
  pct: ['pctNumber', 'applicants', 'receivedOn'],
  honours: ['honour', 'level', 'session', 'publishedOn', 'status'],
  pilots: ['project', 'pilotType', 'level', 'year', 'status'],
}

const yearFields: Record<ProfileKind, string> = { standards: 'publishedOn', patents: 'filedOn', trademarks: 'registeredOn', pct: 'receivedOn', honours: 'publishedOn', pilots: 'year' }

const noRecords: SubjectRecords['ids'] = { standards: [], patents: [], trademarks: [], pct: [], honours: [], pilots: [] }

/** Nothing of a unit is left out; a page of the window shows no more than this of one kind. */
const pageRows = 500

/**
 * Everything of one unit on a day (YYYY-MM-DD): what it is called, where it belongs, and every record that names it.
 *
 * @param ref    code or any name of the unit, or a name that no unit carries
 * @param limit  rows of a section at most
 * @returns      unknown_record
 */
export async function unitProfile(session: RegisterSession, ref: string, today: string, limit = Number.MAX_SAFE_INTEGER): Promise<Result<UnitProfile>> {
  const subjects = await loadSubjects(session, today)
  const subject = findMember(subjects, ref)
  if (!subject.ok) return subject
  const { id, code, name, names, counts } = subject.value
  const [records] = await recordsOfSubjects(session, subjects, [subjects.all.indexOf(subject.value)])
  const { ids, positions } = records ?? { ids: noRecords, positions: new Map<number, number>() }
  const sections: ProfileSection[] = []
  const years = new Map<string, ProfileYear['counts']>()
  for (const kind of profileKinds) {
    const rows = await rowsOf(session, kind, ids[kind], positions, today)
    countYears(years, kind, rows)
    sections.push({ kind, total: rows.length, rows: rows.toSorted(newestFirst(kind)).slice(0, limit) })
  }
  const merged = await mergedInto(session, code)
  const units = [...(id === null ? [] : [id]), ...(await idsOf(session, merged))]
  return succeed({
    attachments: await profileAttachments(session, units, ids),
    ref: id === null ? name : (code ?? name), id, code, name, otherNames: names.slice(1), aliases: await joinedNames(session, subject.value), merged, fields: await fieldsOf(session, id), counts, sections,
    years: [...years].map(([year, yearCounts]) => ({ year, counts: yearCounts })).toSorted((a, b) => b.year.localeCompare(a.year)),
  })
}

type Row = ProfileSection['rows'][number]

async function rowsOf(session: RegisterSession, kind: ProfileKind, ids: readonly number[], positions: ReadonlyMap<number, number>, today: string): Promise<Row[]> {
  const context = await createCellContext(await session.columns.current(), packDate(today))
  const cells = cellReader(kind, profileFieldsOf(kind), context)
  const rows: Row[] = []
  for (let at = 0; at < ids.length; at += pageRows) {
    for (const record of await session.store.records.byIds(listDefinitions[kind].record, ids.slice(at, at + pageRows))) {
      const position = positions.get(record.id) ?? null
      rows.push({ id: record.id, cells: { ...cells(record), ...(kind === 'standards' ? { position, role: position === 1 ? 'lead' : 'part' } : {}) } })
    }
  }
  return rows
}

/** Definitions of the fields that a section shows. */
export function profileFieldsOf(kind: ProfileKind): ListField[] {
  return profileFields[kind].flatMap((name) => listField(kind, name) ?? [])
}

function yearOf(kind: ProfileKind, row: Row): string {
  return String(row.cells[yearFields[kind]] ?? '').slice(0, 4)
}

function newestFirst(kind: ProfileKind): (a: Row, b: Row) => number {
  return (a, b) => String(b.cells[yearFields[kind]] ?? '').localeCompare(String(a.cells[yearFields[kind]] ?? '')) || a.id - b.id
}

function countYears(years: Map<string, ProfileYear['counts']>, kind: ProfileKind, rows: readonly Row[]): void {
  for (const row of rows) {
    const year = yearOf(kind, row)
    if (year === '') continue
    const counts = years.get(year) ?? { standards: 0, patents: 0, trademarks: 0, pct: 0, honours: 0, pilots: 0 }
    counts[kind]++
    years.set(year, counts)
  }
}

async function fieldsOf(session: RegisterSession, id: number | null): Promise<UnitProfile['fields']> {
  const [record] = id === null ? [] : await session.store.records.byIds('unit', [id])
  if (!record) return []
  return formOf('unit').flatMap(({ fields }) => fields).flatMap(({ name, label }) => {
    const text = typedText('unit', name, record.values, session.places.words)
    return text === '' ? [] : [{ name, label, text }]
  })
}

/** Names that a person joined to a unit or name, as they were written then. */
async function joinedNames({ store }: RegisterSession, { id, name, names }: NamedSubject): Promise<string[]> {
  const own = new Set(names.map(normaliseName))
  const [record] = id === null ? [] : await store.records.byIds('unit', [id])
  const linked = (await store.records.all('name_link')).filter(({ values }) => values['verdict'] === 'same').map(({ values }) => textsOf(values['names']))
    .filter((link) => link.some((text) => own.has(normaliseName(text)))).flat()
  const joined = new Map([...textsOf(record?.values['aliases']), ...linked].map((text) => [normaliseName(text), text]))
  joined.delete(normaliseName(name))
  return [...joined.values()]
}

async function idsOf({ store }: RegisterSession, units: UnitProfile['merged']): Promise<number[]> {
  return [...(await store.records.byKeys('unit', units.map(({ code }) => code))).values()].map(({ id }) => id)
}

async function mergedInto({ source }: RegisterSession, code: string | null): Promise<UnitProfile['merged']> {
  const merged: UnitProfile['merged'] = []
  await source.scan('unit', ['uscc', 'name', 'mergedInto'], (page) => {
    for (const [, uscc, name, into] of page) if (into !== null && into === code) merged.push({ code: String(uscc), name: String(name ?? '') })
  })
  return merged
}
