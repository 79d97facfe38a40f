import type { Values } from '../../../shared/domain/catalogue/fields'
import { normaliseName } from '../../../shared/domain/text'
import { loadNameLinks, type NameLinks } from '../columns/nameLinks'
import { unresolved } from '../columns/unitDirectory'
import type { RegisterSession } from '../opened/session'
import { isOrganisationName } from './organisationNames'
import { textsOf } from './unitParts'
import { unitRegions } from './unitRegions'
import { loadSubjects, type NamedSubject } from './unitSubjects'

/** Units and names, and what was said about them: what merging and splitting needs. */
export interface NamedSubjects {
  all: readonly NamedSubject[]
  links: NameLinks
  /** Index of what a name or a code means; -1 for an unknown one. */
  find(nameOrCode: string): number
}

/**
 * Only the units and names that some codes or names mean, without what is counted for them: a merger reads these few
 * and not every name of the register. Where one is not found by its very text, all are loaded.
 *
 * @param today  YYYY-MM-DD
 */
export async function subjectsNamed(session: RegisterSession, refs: readonly string[], today: string): Promise<NamedSubjects> {
  const links = await loadNameLinks(session.source)
  const all: NamedSubject[] = []
  const placeOfRef = new Map<string, number>()
  for (const ref of new Set(refs)) {
    const subject = (await unitMeant(session, ref)) ?? (await nameMeant(session, ref))
    if (subject === null) return loadSubjects(session, today)
    const known = all.findIndex((other) => (subject.id === null ? other.id === null && normaliseName(other.name) === normaliseName(subject.name) : other.id === subject.id))
    placeOfRef.set(ref, known >= 0 ? known : all.push(subject) - 1)
  }
  return { all, links, find: (text) => placeOfRef.get(text) ?? -1 }
}

async function unitMeant(session: RegisterSession, ref: string): Promise<NamedSubject | null> {
  const units = await (await session.columns.current()).units()
  const unit = units.unitOfUscc.get(ref.trim().toUpperCase()) ?? units.unitOfText(ref)
  if (unit === unresolved) return null
  const own = units.ids[unit] ?? 0
  const joined = [...units.unitOfId].filter(([id, standing]) => standing === unit && id !== own).map(([id]) => id)
  const records = await session.store.records.byIds('unit', [own, ...joined])
  const record = records.find(({ id }) => id === own)
  if (!record) return null
  const names = [...new Set([record, ...records.filter((other) => other !== record)].flatMap(({ values }) => namesOf(values)))]
  const code = String(record.values['uscc'])
  return { id: own, code, name: names[0] ?? code, names }
}

function namesOf({ name, formerNames, aliases }: Values): string[] {
  return [typeof name === 'string' ? name : '', ...textsOf(formerNames), ...textsOf(aliases)].filter((text) => text !== '')
}

/** A name that no unit carries, with the names that were joined to it; the one that they stand for comes first. */
async function nameMeant({ store, places }: RegisterSession, ref: string): Promise<NamedSubject | null> {
  const written = normaliseName(ref)
  const joined = (await store.records.all('name_link')).filter(({ values }) => values['verdict'] === 'same').map(({ values }) => textsOf(values['names']))
  const names = joined.find((link) => link.some((name) => normaliseName(name) === written))
  if (names) return { id: null, code: null, name: names[0] ?? ref, names }
  if ((await store.names.ids([ref])).size === 0 || !isOrganisationName(ref, unitRegions(places))) return null
  return { id: null, code: null, name: ref, names: [ref] }
}
