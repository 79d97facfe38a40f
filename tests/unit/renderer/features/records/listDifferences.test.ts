import { expect, it } from 'vitest'
import { listDifferences } from '../../../../../src/renderer/features/records/panel/listDifferences'

it('says what a list has less and more than the current one, or that only its order differs', () => {
  const current = '海尔\n海信\n青啤'
  expect(listDifferences(current, '海尔\n双星\n青啤')).toEqual(['比现值少 1 个：海信', '比现值多 1 个：双星'])
  expect(listDifferences(current, '青啤\n海尔\n海信')).toEqual(['名称相同，次序不同'])
})

it('leaves single values to be read', () => {
  expect(listDifferences('2021-01-05', '2021-05-01')).toEqual([])
})
