import { describe, expect, it } from 'vitest'
import { recordKinds } from '../../../../src/shared/domain/catalogue/fields'
import { formField, formOf } from '../../../../src/shared/domain/catalogue/recordForms'
import { writtenWord, writtenWords, wordsToChoose } from '../../../../src/shared/domain/catalogue/writtenWords'

const worded = recordKinds.flatMap((kind) => formOf(kind).flatMap(({ fields }) => fields).flatMap(({ name }) => {
  const words = writtenWords(kind, name)
  return words === undefined ? [] : [{ kind, name, words }]
}))

describe('words that a person may write where files have their own', () => {
  it.each(worded)('are offered for the field and taken as they are: $kind $name', ({ kind, name, words }) => {
    const offered = wordsToChoose(kind, name) ?? []
    expect(formField(kind, name)?.words).toEqual(offered)
    for (const word of offered) expect(writtenWord(words, word)).toBe(word)
  })

  it.each(worded)('mean one thing each: $kind $name', ({ words }) => {
    const all = Object.entries(words.words).flatMap(([word, also]) => [word, ...also])
    expect(new Set(all).size).toBe(all.length)
    for (const word of all) expect(writtenWord(words, ` ${word} `)).not.toBeNull()
  })

  it('are taken where they say what one of them says, and no other', () => {
    const kinds = writtenWords('unit', 'unitType')
    expect(['有限责任公司', '国有事业单位', '乱写', '已核对'].map((word) => kinds && writtenWord(kinds, word))).toEqual(['有限责任公司', '国有事业单位', null, null])
  })

  it('are taken in whatever width and case they stand', () => {
    expect(writtenWord({ words: { IDT: ['等同'] }, isFolded: true }, 'ｉｄｔ')).toBe('IDT')
    expect(wordsToChoose('standard', 'title')).toBeUndefined()
  })
})
