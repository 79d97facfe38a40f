import { describe, expect, it } from 'vitest'
import { shadesFor } from '../../../../../src/renderer/components/charts/tileOption'

/** Relative luminance (WCAG 2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((channel) => (channel <= 0.039_28 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
  return 0.212_6 * red + 0.715_2 * green + 0.072_2 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe.each([['light', false, -1], ['dark', true, 1]] as const)('the shades of the squares on a %s ground', (_name, isDark, direction) => {
  it('carry their names readably (AA)', () => {
    for (const { ground, ink } of shadesFor(5, isDark)) expect(contrast(ground, ink), ground).toBeGreaterThanOrEqual(4.5)
  })

  it('go one way in lightness, far enough apart to be told in grey and by every eye', () => {
    const lights = shadesFor(5, isDark).map(({ ground }) => luminance(ground) * direction)
    expect(lights).toEqual(lights.toSorted((a, b) => a - b))
    const grounds = shadesFor(5, isDark).map(({ ground }) => ground)
    for (const [at, ground] of grounds.slice(1).entries()) expect(contrast(ground, grounds[at] ?? ''), ground).toBeGreaterThanOrEqual(1.25)
  })

  it('are taken from all over the scale where there are few', () => {
    const all = shadesFor(5, isDark)
    expect(shadesFor(2, isDark)).toEqual([all[0], all[4]])
    expect(shadesFor(1, isDark)).toEqual([all[2]])
    expect(shadesFor(0, isDark)).toEqual([])
  })
})
