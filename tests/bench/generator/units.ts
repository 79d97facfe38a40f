import type { Values } from '../../../src/shared/domain/catalogue/fields'
import { organisationCheckCharacter, usccCheckCharacter } from '../../../src/shared/domain/units/uscc'
import { createRandom, type Random } from '../../support/registers/randomRecords'
import { brandCharacters, districts, districtShares, industries, streets } from './vocabulary'

export type UnitClass = 'enterprise' | 'university' | 'research' | 'institution'

export interface MadeUnit {
  uscc: string
  name: string
  district: string
  address: string
  unitClass: UnitClass
}

const suffixes = ['有限公司', '有限公司', '科技有限公司', '股份有限公司', '集团有限公司'] as const
const unitTypes: Record<UnitClass, string> = { enterprise: '企业', university: '高校', research: '科研单位', institution: '机关团体' }

/** The city's directory of units: distinct names and valid codes; the same for the same count. */
export function makeUnits(count: number): MadeUnit[] {
  const random = createRandom(20_220_117)
  const names = new Set<string>()
  const units: MadeUnit[] = []
  while (units.length < count) {
    const unitClass = classOf(random)
    const name = nameOf(random, unitClass)
    if (names.has(name)) continue
    names.add(name)
    units.push({ uscc: codeOf(units.length), name, district: districtOf(random), address: addressOf(random), unitClass })
  }
  return units
}

export function unitValues({ uscc, name, district, address, unitClass }: MadeUnit): Values {
  return { uscc, name, district, address: `山东省青岛市${address}`, unitType: unitTypes[unitClass] }
}

function classOf(random: Random): UnitClass {
  const draw = random.below(100)
  return draw < 90 ? 'enterprise' : draw < 93 ? 'university' : draw < 97 ? 'research' : 'institution'
}

function nameOf(random: Random, unitClass: UnitClass): string {
  const brand = Array.from({ length: 2 + random.below(2) }, () => random.pick(brandCharacters)).join('')
  if (unitClass === 'university') return `青岛${brand}${random.pick(industries)}大学`
  if (unitClass === 'research') return `青岛${brand}${random.pick(industries)}研究院`
  if (unitClass === 'institution') return `青岛市${brand}${random.pick(industries)}中心`
  return `青岛${brand}${random.pick(industries)}${random.pick(suffixes)}`
}

function districtOf(random: Random): string {
  let draw = random.below(districtShares.reduce((sum, share) => sum + share, 0))
  const at = districtShares.findIndex((share) => (draw -= share) < 0)
  return districts[at] ?? districts[0]
}

function addressOf(random: Random): string {
  return `${random.pick(streets)}${1 + random.below(999)}号`
}

/** 91370200, an organisation code with its check character, and the code's own. */
function codeOf(index: number): string {
  const organisation = `MA${(0x300000 + index * 7).toString().padStart(6, '0').slice(-6)}`
  const first17 = `91370200${organisation}${organisationCheckCharacter(organisation)}`
  return `${first17}${usccCheckCharacter(first17) ?? ''}`
}
