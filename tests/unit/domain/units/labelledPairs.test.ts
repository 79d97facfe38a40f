import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nationalDivisions } from '../../../../src/main/register/city/divisions'
import { clusterNames } from '../../../../src/shared/domain/units/clusterNames'
import { createRegionNames } from '../../../../src/shared/domain/units/regionNames'
import { qingdaoDistricts } from '../../../../src/shared/domain/places/qingdaoDistricts'

/**
 * 1,000 pairs of names after patterns of real lists, labelled before the rules were written. Every second one is held
 * out: the rules were never looked at beside it.
 */
interface Pair { verdict: string; one: string; other: string; pattern: string }

function pairsOf(file: string): Pair[] {
  const [, ...lines] = readFileSync(join(import.meta.dirname, '../../../fixtures/unitNames', file), 'utf8').trimEnd().split('\n')
  return lines.map((line) => {
    const [verdict = '', one = '', other = '', pattern = ''] = line.split('\t')
    return { verdict, one, other, pattern }
  })
}

const pairs = pairsOf('labelledPairs.tsv')
/** Written later as traps for the rules: places in brackets, rare characters, branches, words of a trade. */
const traps = pairsOf('trapPairs.tsv')
/**
 * 3,500 pairs written later by another hand: slips of the pen, bureaus and hospitals by their short names, other cities, renamed
 * units. What was missed of them was looked at when the rules were mended, so that they are no held-out measure any more.
 */
const later = pairsOf('laterPairs.tsv')
/**
 * 301 pairs written before their results were seen: initials of institutions, characters that a scanner confuses in a brand, variant
 * characters, notes behind names. 昇 and 升, 堃 and 坤 are labelled as one there and stay two firms for the rules. Of these the rules
 * found 52 % at a precision of 0.96; what was missed was looked at then.
 */
const written = pairsOf('writtenPairs.tsv')
const regions = createRegionNames([...qingdaoDistricts.regions, ...nationalDivisions()], qingdaoDistricts.cityCode, qingdaoDistricts.aliases)

function isProposed({ one, other }: Pair): boolean {
  return clusterNames([{ name: one, code: null }, { name: other, code: null }], regions, () => false).length > 0
}

function measure(some: readonly Pair[]) {
  const proposed = some.filter(isProposed)
  const right = proposed.filter(({ verdict }) => verdict === 'same').length
  return { precision: right / proposed.length, recall: right / some.filter(({ verdict }) => verdict === 'same').length }
}

describe('names that look like one unit, on 1,000 labelled pairs', () => {
  it('has a thousand different pairs, half of them the same unit', () => {
    expect(new Set(pairs.map(({ one, other }) => [one, other].toSorted().join('\t'))).size).toBe(1_000)
    expect(pairs.filter(({ verdict }) => verdict === 'same')).toHaveLength(500)
  })

  it.each([['all', pairs], ['those held out', pairs.filter((_pair, index) => index % 2 === 1)], ['the traps', traps], ['the later ones', later], ['the last written', written]])('proposes hardly a wrong pair and finds nearly every right one: %s', (_which, some) => {
    const { precision, recall } = measure(some)
    expect(precision).toBeGreaterThanOrEqual(0.98)
    expect(recall).toBeGreaterThanOrEqual(0.9)
  })
})
