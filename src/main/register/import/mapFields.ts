import { importKinds, kindHeadings, type ImportKind } from '../../../shared/domain/catalogue/headings'

/**
 * Names a `--map` file may use: the import's own, the record fields of cli.md, and the plain words in between. All of
 * them come to the import's own names.
 */
const otherNames: Partial<Record<ImportKind, Readonly<Record<string, string>>>> = {
  standards: { unitCount: 'listLength', standardSystem: 'systems', drafting: 'draftingUnits', sector: 'sector' },
  trademarks: { applicant: 'owner', applicationDate: 'appliedOn', registrationDate: 'registeredOn', termStart: 'termStartOn', termEnd: 'termEndOn' },
  pct: { parties: 'applicants' },
  honours: { unit: 'recipient' },
}
const patentNames: Readonly<Record<string, string>> = {
  type: 'patentType', parties: 'applicants', owner: 'applicants', filedOn: 'filingDate', grantedOn: 'grantDate', lapsedOn: 'lapseDate', publications: 'publicationNumber',
  publishedOn: 'publicationDate', status: 'legalStatus', ownerType: 'applicantType', applicantAddress: 'address', provCode: 'provinceCode', intlApplication: 'pctNumber',
  hv_strategic: 'strategic', hv_overseas_family: 'overseasFamily', hv_ten_years: 'tenYears', hv_pledge: 'pledge', hv_award: 'award',
  overseas_family: 'overseasFamily', ten_years: 'tenYears',
}

/** The import's own name of a field that a map names; the name itself where no other is known. */
export function importFieldOf(kind: ImportKind, name: string): string {
  if (Object.hasOwn(kindHeadings[kind].fields, name)) return name
  const names = kind === 'patents' || kind === 'high_value' ? patentNames : otherNames[kind]
  return names?.[name] ?? name
}

/** The kind whose fields a map names: all that it requires, and the most of the rest; null when none or several fit. */
export function kindOfFields(names: readonly string[]): ImportKind | null {
  const scores = importKinds.map((kind) => {
    const fields = names.map((name) => importFieldOf(kind, name))
    const complete = kindHeadings[kind].required.every((field) => fields.includes(field))
    return { kind, score: complete ? fields.filter((field) => Object.hasOwn(kindHeadings[kind].fields, field)).length : 0 }
  }).sort((a, b) => b.score - a.score)
  const [best, next] = scores
  if (!best || best.score === 0) return null
  // A map of a patent list and one of a high-value list look alike; the plain list is meant unless criteria are named.
  if (next && next.score === best.score) return best.kind === 'patents' || next.kind === 'patents' ? 'patents' : null
  return best.kind
}
