import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVersions, isVersion, updateOffer } from '../../../../src/shared/domain/update/updateOffer'

describe('versions of the program', () => {
  it('are ordered by their numbers, not by their letters', () => {
    const number = fc.nat(99_999)
    fc.assert(fc.property(fc.tuple(number, number, number), fc.tuple(number, number, number), (a, b) => {
      const at = a.findIndex((part, index) => part !== b[index])
      expect(Math.sign(compareVersions(a.join('.'), b.join('.')))).toBe(at < 0 ? 0 : Math.sign((a[at] ?? 0) - (b[at] ?? 0)))
    }))
    expect(compareVersions('0.10.0', '0.9.9')).toBeGreaterThan(0)
  })

  it.each(['', '1.0', '1.0.0-beta', 'v1.0.0', '../1.0.0', '1.0.0 '])('are three numbers, and %j is none and older than all', (text) => {
    expect(isVersion(text)).toBe(false)
    expect(compareVersions(text, '0.0.0')).toBeLessThan(0)
  })
})

describe('update.json', () => {
  const offer = { format: 1, product: 'biaozhi', version: '0.2.0', releasedOn: '2026-11-26', notes: '', packages: [{ kind: 'win-setup', file: 'biaozhi-0.2.0-win-x64-setup.exe', bytes: 5, sha256: 'a'.repeat(64) }] }

  it.each(['../setup.exe', 'a/b.exe', '.hidden', 'C:setup.exe', ''])('names files beside itself only: %j is refused', (file) => {
    expect(updateOffer.safeParse(offer).success).toBe(true)
    expect(updateOffer.safeParse({ ...offer, packages: [{ ...offer.packages[0], file }] }).success).toBe(false)
  })
})
