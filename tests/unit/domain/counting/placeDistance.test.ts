import { describe, expect, it } from 'vitest'
import { placeDistances } from '../../../../src/shared/domain/counting/placeDistance'

describe('distances between places', () => {
  it('go to the next different value, so that tied rows share them', () => {
    expect(placeDistances([21, 45, 21, 10, 36])).toEqual([
      { ahead: 15, behind: 11 }, { ahead: null, behind: 9 }, { ahead: 15, behind: 11 }, { ahead: 11, behind: null }, { ahead: 9, behind: 15 },
    ])
  })

  it('are exact on printed decimals', () => {
    expect(placeDistances([0.44, 0.27, 0.3])).toEqual([{ ahead: null, behind: 0.14 }, { ahead: 0.03, behind: null }, { ahead: 0.14, behind: 0.03 }])
  })

  it('leave out what has no value, and are none where everything is equal', () => {
    expect(placeDistances([null, 3, 3])).toEqual([{ ahead: null, behind: null }, { ahead: null, behind: null }, { ahead: null, behind: null }])
  })
})
