import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardFormula, looksLikeFormula, unguardFormula } from '../../../src/shared/domain/formulaGuard'

const trickyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', ' ', '＝', '\uFEFF', '\u3000', 'A', '1', '中', '\uD800')).map((parts) => parts.join('')),
)

describe('guarding texts against being taken for formulas', () => {
  it('gives every text back unchanged', () => {
    fc.assert(fc.property(trickyText, (text) => unguardFormula(guardFormula(text)) === text), { numRuns: 5_000 })
  })

  it('leaves no text that a spreadsheet would calculate', () => {
    fc.assert(fc.property(trickyText, (text) => !looksLikeFormula(guardFormula(text))), { numRuns: 5_000 })
  })

  it.each(['=1+1', '+8653285', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u3000=1', '＝1+1', '\uFEFF=1', "\n=cmd|' /C calc'!A0"])(
    'guards %j', (text) => expect(guardFormula(text)).toBe(`'${text}`),
  )

  it.each(['', '-', '=', '2021-06', "'", "O'Neill", 'GB/T 1.1-2020', '中=国'])('leaves %j alone', (text) => expect(guardFormula(text)).toBe(text))
})
