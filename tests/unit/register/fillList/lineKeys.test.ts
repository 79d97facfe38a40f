import { expect, it } from 'vitest'
import { widthOf } from '../../../../src/main/register/fillList/lineKeys'

it('the widest line is found in a list as long as one may be', () => {
  const rows = Array.from({ length: 200_000 }, (_, at) => ({ cells: at === 150_000 ? [null, null, null] : [null] }))
  expect(widthOf(rows)).toBe(3)
  expect(widthOf([])).toBe(0)
})
