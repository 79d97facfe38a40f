import { expect, it } from 'vitest'
import { toggleValue, withoutField } from '../../../../../src/renderer/features/records/filters'

it('collects the ticked values of a field in one filter, and drops the filter with its last value', () => {
  const one = toggleValue([], 'kind', 'national')
  const two = toggleValue(one, 'kind', 'industry')
  expect(two).toEqual([{ field: 'kind', values: ['national', 'industry'] }])
  expect(toggleValue(toggleValue(two, 'kind', 'national'), 'kind', 'industry')).toEqual([])
})

it('takes out one field and keeps the others', () => {
  const filters = toggleValue(toggleValue([], 'kind', 'national'), 'role', 'lead')
  expect(withoutField(filters, 'kind')).toEqual([{ field: 'role', values: ['lead'] }])
})
