import { describe, expect, it } from 'vitest'
import { fileNameOf } from '../../../../../src/renderer/components/values/fileNameOf'
import { momentText } from '../../../../../src/renderer/components/values/momentText'

describe('what lists print', () => {
  it('writes a moment with its day as the register writes days', () => {
    expect(momentText(new Date(2026, 10, 6, 9, 5).getTime())).toBe('2026-11-06 09:05')
  })

  it.each([['D:\\报表\\青岛市.xlsx', '青岛市.xlsx'], ['/home/a/青岛市.xlsx', '青岛市.xlsx'], ['青岛市.xlsx', '青岛市.xlsx']])('names the file of %s', (path, name) => {
    expect(fileNameOf(path)).toBe(name)
  })
})
