import { describe, expect, it } from 'vitest'
import { ownerTypes } from '../../../../src/shared/domain/catalogue/filters'
import { ownerTypeNumber, ownerTypeOfName, ownerTypeOfUnitType } from '../../../../src/main/register/columns/ownerTypes'

const nameOf = (number: number) => ownerTypes[number - 1]?.value ?? null

describe('owner types', () => {
  it('come from the word of the directory', () => {
    const words = { 企业: 'enterprise', 个体工商户: 'enterprise', 高校: 'university', 大专院校: 'university', 科研单位: 'research', 机关团体: 'institution', 事业单位: 'institution', 民办非企业单位: 'institution', 个人: 'individual', 有限责任公司: 'enterprise', 民营: 'enterprise', 国有事业单位: 'institution', 基金会: 'institution' }
    for (const [word, type] of Object.entries(words)) expect([word, nameOf(ownerTypeOfUnitType(word))]).toEqual([word, type])
    expect(nameOf(ownerTypeOfUnitType(null))).toBeNull()
  })

  it('come from the name where nothing is stated, a name without an organisation’s word being a person', () => {
    const names = {
      青岛海尔电梯有限公司: 'enterprise', 中国海洋大学: 'university', 青岛职业技术学院: 'university', 自然资源部第一海洋研究所: 'research', 青岛啤酒厂: 'enterprise',
      青岛市立医院: 'institution', 青岛市疾病预防控制中心: 'institution', 王小明: 'individual', 'Sea Lan Instruments Co., Ltd.': 'enterprise',
    }
    for (const [name, type] of Object.entries(names)) expect([name, nameOf(ownerTypeOfName(name))]).toEqual([name, type])
  })

  it('number the catalogue from one, so that zero stays “not known”', () => {
    expect(ownerTypes.map(({ value }) => ownerTypeNumber(value))).toEqual([1, 2, 3, 4, 5])
    expect(ownerTypeNumber('nobody')).toBe(0)
  })
})
