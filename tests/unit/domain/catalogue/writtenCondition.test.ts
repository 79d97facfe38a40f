import { describe, expect, it } from 'vitest'
import { conditionSigns, matchKinds, readCondition, writeCondition } from '../../../../src/shared/domain/catalogue/writtenCondition'

describe('a written condition', () => {
  it('is read with spaces around everything and either comma between values', () => {
    expect(readCondition('kind = national')).toEqual({ field: 'kind', match: 'is', values: ['national'] })
    expect(readCondition(' nature!= mandatory ， recommended, ')).toEqual({ field: 'nature', match: 'excludes', values: ['mandatory', 'recommended'] })
    expect(readCondition('ipc^=H04,G06')).toEqual({ field: 'ipc', match: 'starts', values: ['H04', 'G06'] })
  })

  it.each(matchKinds)('is read as it was written: %s', (match) => {
    const condition = { field: 'title', match, values: ['海洋', '啤酒'] }
    expect(writeCondition(condition)).toBe(`title${conditionSigns[match]}海洋,啤酒`)
    expect(readCondition(writeCondition(condition))).toEqual(condition)
  })

  it.each(['', 'kind', 'kind=', 'kind= ， ', '=national', '类别=国家'])('is none without a field, a sign and a value: %s', (text) => {
    expect(readCondition(text)).toBeNull()
  })
})
