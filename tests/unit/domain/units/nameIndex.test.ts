import { describe, expect, it } from 'vitest'
import { NameIndex } from '../../../../src/shared/domain/units/nameIndex'

describe('which unit a name means', () => {
  const names = new NameIndex<string>()
  names.add('A', '青岛嵘拓包装有限公司', ['青岛恒信机械厂', '嵘拓'])
  names.add('B', '青岛恒信机械厂', ['嵘拓'])
  names.add('C', null, ['', '青岛(市)海诺中心'])

  it.each([
    ['the unit that bears it now, though another bore it before', '青岛恒信机械厂', 'B'],
    ['the unit that bore it or is also called so', '青岛(市)海诺中心', 'C'],
    ['neither of two that share it', '嵘拓', null],
    ['nobody, where none is called so', '', undefined],
  ])('%s', (_what, name, unit) => {
    expect(names.find(name)).toBe(unit)
  })

  it('one unit alone, however often it is called so', () => {
    const own = new NameIndex<string>()
    own.add('A', '青岛嵘拓包装有限公司', ['青岛嵘拓包装有限公司', '嵘拓', '嵘 拓'])
    expect(own.find('嵘拓')).toBe('A')
  })
})
