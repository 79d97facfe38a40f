/**
 * Makes src/shared/domain/units/traditionalForms.ts from Unihan_Variants.txt of the Unicode character database:
 *
 *   node scripts/traditionalTable.mjs Unihan_Variants.txt
 *
 * Of the basic block every character with one simplified form (kSimplifiedVariant) that is not a simplified form itself:
 * 後 becomes 后, but 乾, which may stay as it is, does not become 干.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [source] = process.argv.slice(2)
if (source === undefined) throw new Error('usage: node scripts/traditionalTable.mjs Unihan_Variants.txt')

const isBasic = (code) => code >= 0x4e00 && code <= 0x9fff
const codeOf = (point) => Number.parseInt(String(point).slice(2), 16)

const simplifiedOf = new Map()
const isSimplified = new Set()
for (const line of readFileSync(source, 'utf8').split('\n')) {
  const [point, field, text = ''] = line.split('\t')
  const variants = text.split(' ').map(codeOf)
  if (field === 'kSimplifiedVariant') simplifiedOf.set(codeOf(point), variants)
  if (field === 'kTraditionalVariant') isSimplified.add(codeOf(point))
}

const pairs = [...simplifiedOf].filter(([code, variants]) => isBasic(code) && variants.length === 1 && variants[0] !== code && isBasic(variants[0]) && !isSimplified.has(code)).sort(([a], [b]) => a - b)
const lines = (codes) => codes.reduce((all, code, at) => all + String.fromCodePoint(code) + (at % 100 === 99 ? "' +\n  '" : ''), '')
writeFileSync(join(import.meta.dirname, '../src/shared/domain/units/traditionalForms.ts'), `/**
 * Traditional characters and their simplified forms, aligned; made by scripts/traditionalTable.mjs from the Unihan database
 * of Unicode 15.0 (Unicode License, © 1991-2022 Unicode, Inc.).
 */
export const traditionalForms =
  '${lines(pairs.map(([code]) => code))}'
export const simplifiedForms =
  '${lines(pairs.map(([, [simplified]]) => simplified))}'
`)
