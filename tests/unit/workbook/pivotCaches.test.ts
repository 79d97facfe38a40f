import { describe, expect, it } from 'vitest'
import { withRefreshedSource } from '../../../src/main/workbook/patch/pivotCaches'

const cache = (source: string): string => `<pivotCacheDefinition xmlns="m" r:id="rId1" recordCount="3"><cacheSource type="worksheet">${source}</cacheSource></pivotCacheDefinition>`
const asked = (source: string): string => cache(source).replace('recordCount="3"', 'recordCount="3" refreshOnLoad="1"')
const isTouched = (sheet: string): boolean => sheet === '数据'

describe('what a pivot table remembers', () => {
  it('is read again where its sheet was filled, or where only a name tells where it lies', () => {
    for (const source of ['<worksheetSource ref="A1:D8" sheet="数据"/>', '<worksheetSource name="明细"/>']) expect(withRefreshedSource(cache(source), isTouched)).toBe(asked(source))
  })

  it('stays to the byte where its sheet was not filled, and where it comes from another file or a database', () => {
    for (const source of ['<worksheetSource ref="A1:D8" sheet="历年"/>', '<worksheetSource r:id="rId2" ref="A1:D8" sheet="数据"/>', '<consolidation/>']) expect(withRefreshedSource(cache(source), isTouched)).toBe(cache(source))
  })
})
