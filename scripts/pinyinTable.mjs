/**
 * Makes src/shared/domain/search/pinyinReadings.ts from Unihan_Readings.txt of the Unicode character database:
 *
 *   node scripts/pinyinTable.mjs Unihan_Readings.txt
 *
 * Readings are those of the 通用规范汉字字典 (kTGHZ2013), of the 现代汉语词典 (kXHC1983: 六安, 汤阴), those that occur in running text
 * (kHanyuPinlu) and the usual one (kMandarin) of every character of the basic block, and of those further ones that are
 * in the 通用规范汉字表 (䶮, 𬭎); and some that only places and food have. Without tones, ü written v.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [source] = process.argv.slice(2)
if (source === undefined) throw new Error('usage: node scripts/pinyinTable.mjs Unihan_Readings.txt')

const sources = new Set(['kTGHZ2013', 'kXHC1983', 'kHanyuPinlu', 'kMandarin'])
/** Interjections without a vowel have no place in a search. */
const syllable = /^(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aeiouv]+(?:ng|[nr])?$/
const isBasic = (code) => code >= 0x4e00 && code <= 0x9fff
/** Those of the table of standard characters beyond the basic block: what a name may be registered with. */
const isFurther = (field) => field === 'kTGHZ2013'
/** 乐陵, 乐亭; 蛤蜊 as the coast calls it; 二〇二一, which Unihan does not read; 谌 as the family calls itself. */
const localReadings = ['乐lao', '樂lao', '蛤ga', '蜊la', '〇ling', '谌shen']

const charactersOf = new Map()
for (const line of readFileSync(source, 'utf8').split('\n')) {
  const [point, field, text = ''] = line.split('\t')
  const code = Number.parseInt(String(point).slice(2), 16)
  if (!sources.has(field) || !(isBasic(code) || isFurther(field))) continue
  for (const reading of text.split(' ').flatMap((part) => part.replace(/^[\d.,*]+:/, '').replace(/\(\d+\)$/, '').split(','))) {
    const plain = reading.normalize('NFD').replaceAll('u\u0308', 'v').replaceAll(/\p{M}/gu, '')
    if (!syllable.test(plain)) continue
    charactersOf.set(plain, (charactersOf.get(plain) ?? new Set()).add(code))
  }
}

for (const [character, ...letters] of localReadings) {
  const plain = letters.join('')
  charactersOf.set(plain, (charactersOf.get(plain) ?? new Set()).add(character.codePointAt(0)))
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
