import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { strengthOf } from '../../../../src/shared/domain/backup/backupPassword'
import { drawnLetters, isLastGroup, readRecoveryKey, recoveryLetters, writeRecoveryKey } from '../../../../src/shared/domain/backup/recoveryKey'

const places = fc.array(fc.integer({ min: 0, max: recoveryLetters.length - 1 }), { minLength: drawnLetters, maxLength: drawnLetters })

function changed(key: string, at: number, letter: string): string {
  return key.slice(0, at) + letter + key.slice(at + 1)
}

describe('the recovery key', () => {
  it('is read as it was printed, in small letters, without dashes or with other ones', () => {
    fc.assert(fc.property(places, (drawn) => {
      const key = writeRecoveryKey(drawn)
      const expected = { kind: 'key', drawn: drawn.map((place) => recoveryLetters.charAt(place)).join('') }
      expect(key).toMatch(/^(?:[2-9A-HJKMNP-Z]{5}-){6}[2-9A-HJKMNP-Z]{5}$/)
      for (const typed of [key, key.toLowerCase(), key.replaceAll('-', ''), ` ${key.replaceAll('-', ' – ')} `, key.replaceAll('-', '—')]) expect(readRecoveryKey(typed)).toEqual(expected)
    }), { numRuns: 50 })
  })

  it('notices every single wrong letter and says in which group', () => {
    const key = writeRecoveryKey(Array.from({ length: drawnLetters }, (_, at) => (at * 7) % recoveryLetters.length))
    for (let at = 0; at < key.length; at++) {
      if (key.charAt(at) === '-') continue
      for (const letter of `${recoveryLetters}01ILO`) {
        if (letter !== key.charAt(at)) expect(readRecoveryKey(changed(key, at, letter))).toEqual({ kind: 'mistyped', group: Math.floor(at / 6) + 1 })
      }
    }
  })

  it('notices letters changed about, groups changed about, and one left out', () => {
    fc.assert(fc.property(places, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 3 }), (drawn, group, at) => {
      const groups = writeRecoveryKey(drawn).split('-')
      const letters = [...(groups[group] ?? '')]
      const swapped = [...letters]
      swapped.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '')
      fc.pre(letters[at] !== letters[at + 1])
      expect(readRecoveryKey(groups.with(group, swapped.join('')).join('-'))).toEqual({ kind: 'mistyped', group: group + 1 })
      const other = (group + 1) % 7
      expect(readRecoveryKey(groups.with(group, groups[other] ?? '').with(other, groups[group] ?? '').join('-')).kind).toBe('mistyped')
      expect(readRecoveryKey(groups.with(group, letters.slice(1).join('')).join('-'))).toEqual({ kind: 'mistyped', group: group + 1 })
    }), { numRuns: 100 })
  })

  it('is told from a password', () => {
    for (const password of ['', '青岛市场监管2021', 'correct horse battery staple', 'A'.repeat(34)]) expect(readRecoveryKey(password)).toEqual({ kind: 'other' })
  })

  it('is before whoever types its last group', () => {
    const key = writeRecoveryKey(Array.from({ length: drawnLetters }, (_, at) => at))
    expect(isLastGroup(` ${key.slice(-5).toLowerCase()}`, key)).toBe(true)
    expect(isLastGroup(key.slice(0, 5), key)).toBe(false)
    expect(isLastGroup('', key)).toBe(false)
  })
})

describe('the strength of a password', () => {
  it.each([
    ['1234567', 'short'], ['        ', 'short'], ['  abcdef  ', 'short'], ['12345678', 'weak'], ['aaaaaaaaaaaaaaaa', 'weak'], ['password2021', 'weak'], ['qingdao20210315', 'weak'], ['abcdefghijkl', 'weak'], ['87654321', 'weak'],
    ['kestrel-77', 'fair'], ['tR9!kfw2Lm#x8q', 'strong'], ['梧桐树下三只灰喜鹊', 'strong'], ['lamp otter violin cloud', 'strong'],
  ])('%s is %s', (password, strength) => {
    expect(strengthOf(password)).toBe(strength)
  })
})
