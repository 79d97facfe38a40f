import type { Values } from '../../../src/shared/domain/catalogue/fields'
import { applicationCheckDigit, type PatentType } from '../../../src/shared/domain/patents/patentNumber'
import { createRandom, type Random } from '../../support/registers/randomRecords'
import type { MadeUnit } from './units'
import { brandCharacters, districts, endings, features, givenCharacters, industries, outsidePlaces, rarePhrase, surnames, things, topics } from './vocabulary'

export interface MadePatent {
  values: Values
  /** First patentee's unit of the directory, where it is one. */
  unit: MadeUnit | null
}

/** Serial numbers of application numbers run up to here, so patents of different indexes never share a number. */
const serials = 10_000_000
const typeDigit: Record<PatentType, string> = { invention: '1', utility_model: '2', design: '3' }

/** The patent of an index: depends on nothing but the index and the directory, so any part of a register can be made again. */
export function makePatent(index: number, units: readonly MadeUnit[]): MadePatent {
  const random = createRandom(index * 2_654_435_761 + 1)
  const type = typeOf(random)
  const filedOn = dateOf(random, 2004, 2021)
  const digits = `${filedOn.slice(0, 4)}${typeDigit[type]}${String((index * 7_919 + 1_234_567) % serials).padStart(7, '0')}`
  const owner = ownerOf(random, units)
  const grantedOn = grantOf(random, type, filedOn)
  return {
    unit: owner.unit,
    values: {
      applicationNumber: `${digits}.${applicationCheckDigit(digits)}`, type, title: titleOf(random), parties: partiesOf(random, owner.name, units),
      ...owner.values, filedOn, ...grantedOn, ...fateOf(random, grantedOn.grantedOn),
      publications: publicationsOf(index, type, grantedOn.grantedOn !== undefined), ipc: ipcOf(random), ...criteriaOf(random),
    },
  }
}

function typeOf(random: Random): PatentType {
  const draw = random.below(100)
  return draw < 40 ? 'invention' : draw < 85 ? 'utility_model' : 'design'
}

function titleOf(random: Random): string {
  if (random.below(20_000) === 0) return `一种${rarePhrase}${random.pick(things)}`
  const model = random.chance(0.3) ? `${String.fromCharCode(65 + random.below(26))}${random.below(10_000)}型` : ''
  return `${random.pick(features)}${model}${random.pick(topics)}${random.pick(things)}${random.pick(endings)}`
}

interface Owner { name: string; unit: MadeUnit | null; values: Values }

/** Three quarters belong to units of the directory, some of which own very much. */
function ownerOf(random: Random, units: readonly MadeUnit[]): Owner {
  const draw = random.below(100)
  if (draw < 75) {
    const unit = unitOf(random, units)
    const code = random.chance(0.4) ? { ownerUscc: unit.uscc } : {}
    return { name: unit.name, unit, values: { ...code, ownerType: unit.unitClass, ownerPlace: unit.district, ownerAddress: `山东省青岛市${unit.address}` } }
  }
  if (draw < 90) {
    const name = personName(random)
    return { name, unit: null, values: { ownerType: 'individual', ownerPlace: random.chance(0.8) ? random.pick(districts) : '370200' } }
  }
  const place = random.pick(outsidePlaces)
  return { name: `${place.city.slice(0, 2)}${brandOf(random)}${random.pick(industries)}有限公司`, unit: null, values: { ownerType: 'enterprise', ownerPlace: place.code, ownerAddress: `${place.province}${place.city}` } }
}

function unitOf(random: Random, units: readonly MadeUnit[]): MadeUnit {
  const share = random.below(1_000_000) / 1_000_000
  return units[Math.floor(share * share * units.length)] as MadeUnit
}

function brandOf(random: Random): string {
  return `${random.pick(brandCharacters)}${random.pick(brandCharacters)}${random.pick(brandCharacters)}`
}

export function personName(random: Random): string {
  return `${random.pick(surnames)}${random.pick(givenCharacters)}${random.pick(givenCharacters)}`
}

/** 1.6 parties a patent. */
function partiesOf(random: Random, first: string, units: readonly MadeUnit[]): string[] {
  const parties = new Set([first])
  const more = random.below(10)
  const count = more < 6 ? 0 : more < 8 ? 1 : 2
  for (let at = 0; at < count; at++) parties.add(random.chance(0.7) ? unitOf(random, units).name : `${brandOf(random)}${random.pick(industries)}有限公司`)
  return [...parties]
}

export function dateOf(random: Random, fromYear: number, toYear: number): string {
  return `${fromYear + random.below(toYear - fromYear + 1)}-${twoDigits(1 + random.below(12))}-${twoDigits(1 + random.below(28))}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

function yearsLater(date: string, years: number): string {
  return `${Number(date.slice(0, 4)) + years}${date.slice(4)}`
}

function grantOf(random: Random, type: PatentType, filedOn: string): { grantedOn?: string } {
  if (!random.chance(type === 'invention' ? 0.6 : 0.98)) return {}
  const grantedOn = yearsLater(filedOn, type === 'invention' ? 2 + random.below(2) : 1)
  return grantedOn < '2022' ? { grantedOn } : {}
}

/** In force, lapsed for fees, or still examined; the status always agrees with the dates. */
function fateOf(random: Random, grantedOn: string | undefined): Values {
  if (grantedOn === undefined) return { statedStatus: 'pending' }
  const lapsedOn = yearsLater(grantedOn, 1 + random.below(12))
  return random.chance(0.35) && lapsedOn < '2022' ? { lapsedOn, statedStatus: 'invalid', legalEvent: '未缴年费' } : { statedStatus: 'valid' }
}

function publicationsOf(index: number, type: PatentType, isGranted: boolean): string[] {
  const number = `CN${typeDigit[type]}${String(10_000_000 + index).slice(-8)}`
  if (type !== 'invention') return [`${number}${type === 'design' ? 'S' : 'U'}`]
  return isGranted ? [`${number}A`, `${number}B`] : [`${number}A`]
}

function ipcOf(random: Random): string[] {
  return Array.from({ length: 1 + random.below(3) }, () => `${random.pick(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'])}${twoDigits(1 + random.below(60))}${random.pick(['B', 'C', 'D', 'F', 'K', 'L'])} ${1 + random.below(40)}/${twoDigits(random.below(90))}`)
}

function criteriaOf(random: Random): Values {
  return {
    ...(random.chance(0.25) ? { strategic: 1 } : {}), ...(random.chance(0.04) ? { overseasFamily: 1 } : {}),
    ...(random.chance(0.02) ? { pledge: 1 } : {}), ...(random.chance(0.005) ? { award: 1 } : {}),
  }
}
