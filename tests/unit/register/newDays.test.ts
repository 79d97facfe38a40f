import { expect, it, vi } from 'vitest'
import { tellNewDays } from '../../../src/main/register/newDays'

it('tells of every other day once, also when the clock is set back, and of none after its end', async () => {
  let day = '2026-12-31'
  const tell = vi.fn()
  const end = tellNewDays(() => day, tell, 1)
  const looks = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 20) })
  await looks()
  expect(tell).not.toHaveBeenCalled()
  day = '2027-01-01'
  await vi.waitFor(() => expect(tell).toHaveBeenCalledTimes(1))
  await looks()
  expect(tell).toHaveBeenCalledTimes(1)
  day = '2026-12-31'
  await vi.waitFor(() => expect(tell).toHaveBeenCalledTimes(2))
  end()
  day = '2027-01-02'
  await looks()
  expect(tell).toHaveBeenCalledTimes(2)
})
