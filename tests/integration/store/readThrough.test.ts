import { expect, it } from 'vitest'
import { tempRegister } from '../../support/registers/tempRegister'

it('keeps less of the file in memory while any read from end to end lasts, and as much as before afterwards', () => {
  using register = tempRegister()
  const store = register.open()
  const kept = (): number => -Number(store.db.pragma('cache_size', { simple: true }))
  const before = kept()
  {
    using _first = store.readThrough()
    {
      using _second = store.readThrough()
      expect(kept()).toBeLessThan(before)
    }
    expect(kept()).toBeLessThan(before)
  }
  expect(kept()).toBe(before)
})
