import { expect, it } from 'vitest'
import { keepKey, parseKeepKey } from '../../../../src/main/register/import/keepKey'

it.each([['市南|市北', 7, 'title'], ['Sheet1', null, 'title'], ['', 3, 'ccs']])('is told again what a key names: %s, row %s, %s', (sheet, row, field) => {
  expect(parseKeepKey(keepKey(sheet, row, field))).toEqual({ sheet, row, field })
})
