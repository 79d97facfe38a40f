import type { Values } from '../../../src/shared/domain/catalogue/fields'
import { createRandom } from '../../support/registers/randomRecords'
import { dateOf } from './patents'
import type { MadeUnit } from './units'
import { brandCharacters, districts, industries, things, topics } from './vocabulary'

const levels = [
  { kind: 'national', prefix: 'GB/T' }, { kind: 'national', prefix: 'GB' }, { kind: 'industry', prefix: 'HG/T' }, { kind: 'industry', prefix: 'JB/T' },
  { kind: 'group', prefix: 'T/QDAS' }, { kind: 'local_province', prefix: 'DB37/T' },
] as const

/** A standard with 6.7 drafting units on average, about one in three of them from the city's directory. */
export function makeStandard(index: number, units: readonly MadeUnit[]): Values {
  const random = createRandom(index * 40_503 + 7)
  const level = random.pick(levels)
  const publishedOn = dateOf(random, 2005, 2021)
  const names = new Set<string>()
  for (let left = 1 + random.below(12); left > 0; left--) names.add(random.chance(0.3) ? random.pick(units).name : `${random.pick(['北京', '上海', '广州', '南京'])}${random.pick(brandCharacters)}${random.pick(brandCharacters)}${random.pick(industries)}有限公司`)
  const drafting = [...names].map((name, at): [number, string] => [at + 1, name])
  return {
    standardNo: `${level.prefix} ${10_000 + index}-${publishedOn.slice(0, 4)}`, title: `${random.pick(topics)}${random.pick(things)}技术要求`, kind: level.kind,
    newOrRevised: random.chance(0.6) ? 'new' : 'revised', publishedOn, effectiveOn: `${Number(publishedOn.slice(0, 4)) + 1}${publishedOn.slice(4)}`,
    ics: `${10 + random.below(80)}.0${10 + random.below(90)}`, committee: `全国${random.pick(industries)}标准化技术委员会`,
    drafting, listLength: drafting.length, listComplete: 1,
  }
}

export function makeTrademark(index: number, units: readonly MadeUnit[]): Values {
  const random = createRandom(index * 48_271 + 11)
  const unit = random.pick(units)
  const appliedOn = dateOf(random, 2006, 2020)
  const year = Number(appliedOn.slice(0, 4)) + 1
  return {
    registrationNumber: String(3_000_000 + index * 3), name: Array.from({ length: 2 + random.below(3) }, () => random.pick(brandCharacters)).join(''),
    classes: [...new Set([1 + random.below(45), 1 + random.below(45)])].toSorted((a, b) => a - b), owner: unit.name, ownerPlace: unit.district,
    appliedOn, registeredOn: `${year}${appliedOn.slice(4)}`, termStartOn: `${year}${appliedOn.slice(4)}`, termEndOn: `${year + 10}${appliedOn.slice(4)}`, statedStatus: '注册',
  }
}

/** Population of the districts and the city, and their market entities, for the densities. */
export function makePopulations(): Values[] {
  const regions = [...districts.map((code, at) => ({ code, wan: 60 + at * 9.25 })), { code: '370200', wan: 1_025.67 }]
  return regions.map(({ code, wan }) => ({ key: `${code}|yearend2020`, region: code, series: 'yearend2020', year: 2020, populationWan: wan }))
}
