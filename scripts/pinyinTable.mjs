/**
 * Makes src/shared/domain/search/pinyinReadings.ts from Unihan_Readings.txt of the Unicode character database:
 *
 *   node scripts/pinyinTable.mjs Unihan_Readings.txt
 *
 * Readings are those of the 通用规范汉字字典 (kTGHZ2013), those that occur in running text (kHanyuPinlu) and the usual one
 * (kMandarin) of every character of the basic block, without tones, ü written v.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [source] = process.argv.slice(2)
if (source === undefined) throw new Error('usage: node scripts/pinyinTable.mjs Unihan_Readings.txt')

const sources = new Set(['kTGHZ2013', 'kHanyuPinlu', 'kMandarin'])
/** Interjections without a vowel have no place in a search. */
const syllable = /^(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aeiouv]+(?:ng|[nr])?$/
const isBasic = (code) => (code >= 0x4e00 && code <= 0x9fff) || code === 0x3007

const charactersOf = new Map()
for (const line of readFileSync(source, 'utf8').split('\n')) {
  const [point, field, text = ''] = line.split('\t')
  const code = Number.parseInt(String(point).slice(2), 16)
  if (!sources.has(field) || !isBasic(code)) continue
  for (const reading of text.split(' ').flatMap((part) => part.replace(/^[\d.,*]+:/, '').replace(/\(\d+\)$/, '').split(','))) {
    const plain = reading.normalize('NFD').replaceAll('u\u0308', 'v').replaceAll(/\p{M}/gu, '')
    if (!syllable.test(plain)) continue
    charactersOf.set(plain, (charactersOf.get(plain) ?? new Set()).add(code))
  }
}

const entries = [...charactersOf].sort(([a], [b]) => (a < b ? -1 : 1))
const byLetter = Map.groupBy(entries.map(([plain, codes]) => plain + String.fromCodePoint(...[...codes].sort((a, b) => a - b))), (entry) => entry[0])
const lines = [...byLetter.values()].map((group) => `  '${group.join(' ')}',`)
const text = `/**
 * Which characters are read how, made by scripts/pinyinTable.mjs from the Unihan database of Unicode 15.0 (Unicode License,
 * © 1991-2022 Unicode, Inc.): per first letter the syllables without tones (ü is v), each with its characters behind it.
 */
export const pinyinReadings: readonly string[] = [
${lines.join('\n')}
]
`
writeFileSync(join(import.meta.dirname, '../src/shared/domain/search/pinyinReadings.ts'), text)
