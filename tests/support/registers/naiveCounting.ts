import type { Values } from '../../../src/shared/domain/catalogue/fields'
import { addMonths, addYears } from '../../../src/shared/domain/dates/calendar'
import { normaliseName } from '../../../src/shared/domain/text'

/**
 * The counting rules once more, written apart from the program and without arrays or cleverness: one record, one
 * question, dates as texts. Tests compare the program with it on random registers.
 */
export interface World {
  units: Values[]
  standards: Values[]
  patents: Values[]
  trademarks: Values[]
}

export const districtCodes = ['370202', '370203', '370211', '370212', '370213', '370214', '370215', '370281', '370283', '370285']
const zoneName = '青岛高新区'

/** District code, zone name, 其他, or null for elsewhere. */
type Where = { district: string; zone: boolean } | '其他' | null

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function unitNamed(world: World, name: string): Values | null {
  const key = normaliseName(name)
  const current = world.units.filter((unit) => normaliseName(text(unit.name)) === key)
  if (current.length > 0) return current.length === 1 ? (current[0] ?? null) : null
  const former = world.units.filter((unit) => Array.isArray(unit.formerNames) && unit.formerNames.some((old) => normaliseName(String(old)) === key))
  return former.length === 1 ? (former[0] ?? null) : null
}

function ofCode(code: string): Where {
  if (districtCodes.includes(code)) return { district: code, zone: false }
  return code.startsWith('3702') ? '其他' : null
}

function ofUnit(unit: Values, day: string): Where | undefined {
  const moved = text(unit.movedOn) !== '' && text(unit.previousDistrict) !== '' && day < text(unit.movedOn)
  const district = moved ? text(unit.previousDistrict) : text(unit.district)
  if (district === '') return undefined
  const where = ofCode(district)
  return where !== null && where !== '其他' ? { ...where, zone: !moved && unit.zone === zoneName } : where
}

function ofOwner(world: World, uscc: unknown, name: string, stated: unknown, day: string): Where {
  const unit = world.units.find((candidate) => candidate.uscc === uscc) ?? unitNamed(world, name)
  return (unit ? ofUnit(unit, day) : undefined) ?? (text(stated) === '' ? '其他' : ofCode(text(stated)))
}

export type Zones = 'host' | 'separate' | 'of_which'

function inRow(where: Where, row: string, zones: Zones): boolean {
  if (where === null) return false
  if (row === '全市') return true
  if (where === '其他' || row === '其他') return where === row
  if (row === zoneName) return zones !== 'host' && where.zone
  return where.district === row && !(zones === 'separate' && where.zone)
}

export function rowNames(zones: Zones): string[] {
  return [...districtCodes, ...(zones === 'host' ? [] : [zoneName]), '其他', '全市']
}

export function validInventions(world: World, row: string, day: string, zones: Zones, test: (patent: Values) => boolean = () => true): number {
  return world.patents.filter((patent) => {
    const granted = text(patent.grantedOn)
    const lapsed = text(patent.lapsedOn)
    if (patent.type !== 'invention' || granted === '' || granted > day || (lapsed !== '' && lapsed <= day)) return false
    if (text(patent.filedOn) !== '' && addYears(text(patent.filedOn), 20) <= day) return false
    return test(patent) && inRow(ofOwner(world, patent.ownerUscc, firstOf(patent.parties), patent.ownerPlace, day), row, zones)
  }).length
}

export function highValue(world: World, row: string, day: string, zones: Zones): number {
  return validInventions(world, row, day, zones, (patent) =>
    [patent.strategic, patent.overseasFamily, patent.pledge, patent.award].includes(1) || (text(patent.filedOn) !== '' && day > addYears(text(patent.filedOn), 10)))
}

export function grants(world: World, row: string, from: string, to: string, zones: Zones): number {
  return world.patents.filter((patent) => {
    const day = text(patent.grantedOn)
    return day >= from && day <= to && day !== '' && inRow(ofOwner(world, patent.ownerUscc, firstOf(patent.parties), patent.ownerPlace, day), row, zones)
  }).length
}

export function marks(world: World, row: string, day: string, zones: Zones, state: 'valid' | 'grace'): number {
  return world.trademarks.reduce((sum, mark) => {
    const end = text(mark.termEndOn)
    const cancelled = text(mark.cancelledOn)
    if (text(mark.registeredOn) > day || (cancelled !== '' && cancelled <= day)) return sum
    const isIn = state === 'valid' ? day <= end : day > end && day <= addMonths(end, 6)
    const counts = isIn && inRow(ofOwner(world, mark.ownerUscc, text(mark.owner), mark.ownerPlace, day), row, zones)
    return sum + (counts && Array.isArray(mark.classes) ? mark.classes.length : 0)
  }, 0)
}

/** Registrations of a period, by class. */
export function registrations(world: World, row: string, from: string, to: string, zones: Zones): number {
  return world.trademarks.reduce((sum, mark) => {
    const day = text(mark.registeredOn)
    const counts = day >= from && day <= to && inRow(ofOwner(world, mark.ownerUscc, text(mark.owner), mark.ownerPlace, day), row, zones)
    return sum + (counts && Array.isArray(mark.classes) ? mark.classes.length : 0)
  }, 0)
}

export type Role = 'lead' | 'part'

/** The best role of a row in one standard, null without a unit there. */
export function roleOf(world: World, standard: Values, row: string, zones: Zones, rule: string): Role | null {
  const list = Array.isArray(standard.drafting) ? standard.drafting.map((entry) => (Array.isArray(entry) ? [Number(entry[0]), String(entry[1])] as const : [0, ''] as const)) : []
  const named = Array.isArray(standard.forewordLead) ? standard.forewordLead.map(String) : []
  const leads = ([position, name]: readonly [number, string]) => {
    if (rule === 'first') return position === 1
    if (rule === 'first_two' || named.length === 0 || standard.listLength === 1) return position <= 2
    return named.some((other) => normaliseName(other) === normaliseName(name) || (unitNamed(world, name) !== null && unitNamed(world, other) === unitNamed(world, name)))
  }
  const here = list.filter(([, name]) => {
    const unit = unitNamed(world, name)
    const where = unit ? ofUnit(unit, text(standard.publishedOn)) : undefined
    return where !== undefined && inRow(where, row, zones)
  })
  return here.length === 0 ? null : here.some(leads) ? 'lead' : 'part'
}

export function standards(world: World, row: string, from: string, to: string, zones: Zones, rule: string, role: Role | null, kinds: readonly string[]): number {
  return world.standards.filter((standard) => {
    const day = text(standard.publishedOn)
    if (day < from || day > to || !kinds.includes(text(standard.kind))) return false
    const found = roleOf(world, standard, row, zones, rule)
    return found !== null && (role === null || found === role)
  }).length
}

function firstOf(parties: unknown): string {
  return Array.isArray(parties) ? String(parties[0] ?? '') : ''
}
