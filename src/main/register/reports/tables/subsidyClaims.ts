import { standardKinds } from '../../../../shared/domain/catalogue/filters'
import { measureOn, projectOfStandard, type SubsidyProject } from '../../../../shared/domain/catalogue/subsidyMeasures'
import type { RecordStore } from '../../../store/registerStore'
import { firstDay, isInWindow, packDate, unpackDate } from '../../columns/packedDate'
import type { RegisterColumns } from '../../columns/registerColumns'
import type { CountingOptions } from '../../ranking/countingOptions'
import type { RegionRows } from '../../ranking/regionRows'
import { localDrafters } from './localDrafters'
import { textOf, valuesById } from './recordCells'

/** What a unit may be paid for. */
export interface Claim {
  kind: 'standard' | 'pilot'
  /** Store id of the standard or pilot. */
  record: number
  /** Unit number in the directory. */
  unit: number
  place: number | null
  project: SubsidyProject
  /** Day of release or acceptance, YYYY-MM-DD. */
  day: string
  packedDay: number
  /** Place in the drafting list; null for pilots. */
  position: number | null
}

export interface ClaimWindow extends Pick<CountingOptions, 'leadRule'> { from: string; to: string }
interface AskedRegion { layout: RegionRows; region: number }

/** Everything that the measures pay somebody in the asked region for. */
export async function subsidyClaims(columns: RegisterColumns, records: RecordStore, window: ClaimWindow, asked: AskedRegion): Promise<Claim[]> {
  return [...(await standardClaims(columns, window, asked)), ...(await pilotClaims(columns, records, window, asked))].filter(({ day }) => measureOn(day) !== undefined)
}

/** Local drafting units of the standards released in the window, by the role the lead rule gives them (domain.md 1.5). */
async function standardClaims(columns: RegisterColumns, { from, to, leadRule }: ClaimWindow, asked: AskedRegion): Promise<Claim[]> {
  const standards = await columns.standards()
  const directory = await columns.directory()
  const window = { from: packDate(from), to: packDate(to) }
  const claims: Claim[] = []
  for (let standard = 0; standard < standards.count; standard++) {
    const packedDay = standards.publishedOn[standard] ?? 0
    if (!isInWindow(packedDay, window)) continue
    const kind = standardKinds[(standards.kind[standard] ?? 0) - 1]?.value ?? ''
    for (const { unit, place, leads, position } of localDrafters(standards, standard, leadRule, directory)) {
      const project = projectOfStandard(kind, leads)
      if (project === undefined || !isAsked(asked, place)) continue
      claims.push({ kind: 'standard', record: standards.ids[standard] ?? 0, unit, place, project, day: unpackDate(firstDay(packedDay)) ?? '', packedDay, position })
    }
  }
  return claims
}

/**
 * Standardisation pilots approved in the window's years that are completed, as far as their status says; pilots of
 * intellectual property are paid by other measures.
 */
async function pilotClaims(columns: RegisterColumns, records: RecordStore, { from, to }: ClaimWindow, asked: AskedRegion): Promise<Claim[]> {
  const window = { from: packDate(from), to: packDate(to) }
  const inWindow = (await columns.pilots()).filter(({ day, place }) => isInWindow(day, window) && isAsked(asked, place))
  const values = await valuesById(records, 'pilot', inWindow.map(({ id }) => id))
  const directory = await columns.directory()
  return inWindow.flatMap(({ id, day, place }): Claim[] => {
    const pilot = values.get(id) ?? {}
    const project = pilotProject(`${textOf(pilot.pilotType)}${textOf(pilot.project)}`, textOf(pilot.level))
    const unit = directory.unitOfUscc.get(textOf(pilot.uscc)) ?? directory.unitOfText(textOf(pilot.name))
    return project === null || isUncompleted(textOf(pilot.status)) ? [] : [{ kind: 'pilot', record: id, unit, place, project, day: unpackDate(firstDay(day)) ?? '', packedDay: day, position: null }]
  })
}

/** 在建, 待验收, 未通过, 验收不合格, 撤销: what is paid is completed (report-forms.md F11). Without a status nothing speaks against it. */
function isUncompleted(status: string): boolean {
  return /在建|中$|待|未|不|撤|终止|取消/u.test(status)
}

function pilotProject(words: string, level: string): SubsidyProject | null {
  if (!words.includes('标准')) return null
  return level.includes('国家') ? 'pilot_national' : level.includes('省') ? 'pilot_province' : null
}

function isAsked({ layout, region }: AskedRegion, place: number): boolean {
  return layout.rowsOfPlace[place]?.includes(region) ?? false
}
