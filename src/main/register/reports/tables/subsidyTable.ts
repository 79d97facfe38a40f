import type { Values } from '../../../../shared/domain/catalogue/fields'
import type { SubsidyColumn, SubsidyForm } from '../../../../shared/domain/catalogue/forms'
import { measureOn, subsidyProjects, type SubsidyProject } from '../../../../shared/domain/catalogue/subsidyMeasures'
import type { RecordStore } from '../../../store/registerStore'
import { unpackDate } from '../../columns/packedDate'
import type { RegisterColumns } from '../../columns/registerColumns'
import { momentOf, type CountingOptions } from '../../ranking/countingOptions'
import type { RegionRows } from '../../ranking/regionRows'
import { districtName, districtOrder } from './draftingTable'
import type { FormTable, TableCell } from './formTable'
import { dateCell, orBlank, textOf, valuesById } from './recordCells'
import { subsidyClaims, type Claim } from './subsidyClaims'

/** A claim with what the measure pays for it and what its unit has by then in the year, in 万元. */
interface PaidClaim extends Claim { amount: number; yearAmount: number }

/** Fills F11: one row per unit and what it is paid for, by district, unit and day (domain.md 7). */
export async function fillSubsidyForm(
  columns: RegisterColumns, records: RecordStore, form: SubsidyForm, options: CountingOptions,
  asked: { layout: RegionRows; region: number; yearlyCap: number | undefined },
): Promise<FormTable> {
  const { from, to } = momentOf(options, form.calendar)
  const sinceYear = { ...options, from: `${from.slice(0, 4)}-01-01`, to }
  const claims = await subsidyClaims(columns, records, sinceYear, asked)
  const paid = payInOrder(claims, asked.yearlyCap).filter(({ day }) => day >= from)
  const orderOf = ({ place }: PaidClaim) => districtOrder(columns, asked.layout, place)
  const rows = paid.toSorted((a, b) => orderOf(a) - orderOf(b) || a.unit - b.unit || (a.day < b.day ? -1 : 1))
  const described = await describe(columns, records, rows)
  return {
    rows: rows.map((claim, at) => ({
      cells: form.columns.map((column) => cellOf(column, claim, described(claim), districtName(columns, asked.layout, claim.place), at)), isAddend: true, isTotal: false,
    })),
    totalRow: null,
  }
}

/** Each unit's claims in the order of their days, until its cap of the year is reached. */
function payInOrder(claims: readonly Claim[], yearlyCap: number | undefined): PaidClaim[] {
  const spent = new Map<string, number>()
  const once = new Set<string>()
  const paid: PaidClaim[] = []
  for (const claim of claims.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.record - b.record))) {
    const measure = measureOn(claim.day)
    const key = `${claim.unit} ${claim.kind} ${claim.record} ${claim.project}`
    if (!measure || once.has(key)) continue
    once.add(key)
    const year = `${claim.unit} ${claim.day.slice(0, 4)}`
    const before = spent.get(year) ?? 0
    const amount = Math.max(0, Math.min(measure.amounts[claim.project], (yearlyCap ?? measure.yearlyCap) - before))
    spent.set(year, before + amount)
    paid.push({ ...claim, amount, yearAmount: before + amount })
  }
  return paid
}

interface Described { unit: Values; subject: Values }

async function describe(columns: RegisterColumns, records: RecordStore, rows: readonly PaidClaim[]): Promise<(claim: PaidClaim) => Described> {
  const directory = await columns.directory()
  const idsOf = (kind: Claim['kind']) => rows.filter((row) => row.kind === kind).map(({ record }) => record)
  const standards = await valuesById(records, 'standard', idsOf('standard'))
  const pilots = await valuesById(records, 'pilot', idsOf('pilot'))
  const units = await valuesById(records, 'unit', rows.map(({ unit }) => directory.ids[unit] ?? 0))
  return ({ unit, kind, record }) => ({ unit: units.get(directory.ids[unit] ?? 0) ?? {}, subject: (kind === 'standard' ? standards : pilots).get(record) ?? {} })
}

function cellOf(column: SubsidyColumn, claim: PaidClaim, { unit, subject }: Described, district: string, at: number): TableCell {
  switch (column) {
    case 'index': return { value: at + 1, format: '0' }
    case 'district': return orBlank(district)
    case 'unit': return orBlank(textOf(unit.name))
    case 'uscc': return orBlank(textOf(unit.uscc))
    case 'project': return { value: projectText(claim.project) }
    case 'object': return orBlank(textOf(subject.standardNo) || textOf(subject.project))
    case 'title': return orBlank(textOf(subject.title) || textOf(subject.project))
    case 'completedOn': return dateCell(unpackDate(claim.packedDay))
    case 'rankInList': return { value: claim.position, format: '0' }
    case 'amount': return { value: claim.amount, format: '0' }
    case 'yearAmount': return { value: claim.yearAmount, format: '0' }
    case 'remark': case 'reviewNumber': case 'opinion': return { value: null }
  }
}

function projectText(project: SubsidyProject): string {
  return subsidyProjects[project]
}
