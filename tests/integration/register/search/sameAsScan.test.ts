import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession, type RegisterSession } from '../../../../src/main/register/opened/session'
import { findEverywhere, foundKinds } from '../../../../src/main/register/search/findEverywhere'
import { listDefinitions, type ListKind } from '../../../../src/shared/domain/catalogue/listFields'
import { isNumberField } from '../../../../src/shared/domain/search/bigrams'
import { holdsAllWords, queryWords, searchedFieldsOf, type SearchedText } from '../../../../src/shared/domain/search/matching'
import { charactersOf } from '../../../../src/shared/domain/search/pinyin'
import { fillRandomly } from '../../../support/registers/fillRandomly'
import { createRandom, type Random } from '../../../support/registers/randomRecords'
import { tempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

/** Queries of each shape; raise it to look longer. */
const rounds = Number(process.env['SEARCH_ROUNDS'] ?? 12)
const size = 150
const register = tempRegister()
let session: RegisterSession
const textsOf = new Map<ListKind, SearchedText[][]>()

beforeAll(async () => {
  await fillRandomly(register.open(), 19, size)
  session = valueOf(openSession(register.path))
  const ids = Array.from({ length: size }, (_, at) => at + 1)
  for (const list of foundKinds) {
    const kind = listDefinitions[list].record
    const records = await session.store.records.byIds(kind, ids)
    textsOf.set(list, records.map(({ values }) => searchedFieldsOf(kind).flatMap((field) => {
      const value = values[field]
      const texts = Array.isArray(value) ? value.map((item) => String(Array.isArray(item) ? item[1] : item)) : value === undefined || value === null ? [] : [String(value)]
      return texts.map((text) => ({ text, isNumber: isNumberField(kind, field) }))
    })))
  }
})
afterAll(async () => {
  await session.close()
  register[Symbol.dispose]()
})

const letters = [...'abcdefghjklmnopqrstwxyz']

/** What a clerk types for some characters: the letter that each begins with. */
function initialsOf(text: string): string {
  return [...text].map((character) => letters.find((letter) => charactersOf({ text: letter, as: 'begun' }).has(character)) ?? '').join('')
}

function someText(random: Random, list: ListKind): string {
  const texts = random.pick(textsOf.get(list) ?? []).map(({ text }) => text)
  return texts.length === 0 ? '青岛' : random.pick(texts)
}

function piece(random: Random, text: string, length: number): string {
  const start = random.below(Math.max(1, text.length - length + 1))
  return text.slice(start, start + length)
}

const shapes: Readonly<Record<string, (random: Random, list: ListKind) => string>> = {
  'two characters': (random, list) => piece(random, someText(random, list), 2),
  'a whole name, a former one, an alias or a number': someText,
  'a number without punctuation': (random, list) => piece(random, someText(random, list).replaceAll(/[^\p{L}\p{N}]/gu, ''), 4 + random.below(6)),
  'initials': (random, list) => initialsOf(piece(random, someText(random, list), 2 + random.below(4))),
  'initials over the end of one name and the beginning of another': (random, list) => initialsOf(someText(random, list).slice(-2) + someText(random, list).slice(0, 2)),
  'initials and a written word': (random, list) => `${initialsOf(piece(random, someText(random, list), 2))} ${piece(random, someText(random, list), 2)}`,
}

describe('finding everywhere', () => {
  it.each(Object.entries(shapes))('finds what a full scan finds: %s', async (_shape, make) => {
    const random = createRandom(23)
    for (let round = 0; round < rounds; round++) {
      const text = make(random, random.pick(foundKinds))
      const words = queryWords(text)
      const scanned = foundKinds.flatMap((kind) => {
        const count = words.length === 0 ? 0 : (textsOf.get(kind) ?? []).filter((texts) => holdsAllWords(words, texts, 'spelled')).length
        return count === 0 ? [] : [[kind, count]]
      })
      const found = valueOf(await findEverywhere(session.hits, { text, kinds: foundKinds, limit: 3 }))
      expect(Object.fromEntries(found.map(({ kind, count }) => [kind, count])), text).toEqual(Object.fromEntries(scanned))
    }
  })
})
