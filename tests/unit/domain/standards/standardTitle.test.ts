import { describe, expect, test } from 'vitest'
import { titleBesideNumber } from '../../../../src/shared/domain/standards/standardTitle'

describe('the name beside a number in one cell', () => {
  test.each([
    ['GB/T 52001-2021《海水淡化》', '海水淡化'],
    ['GB/T 52002-2021 船用阀门', '船用阀门'],
    ['《渔具》（SC/T 5001-2021）', '渔具'],
    ['《电梯远程监测服务规范 T/CIET 198-2021》', '电梯远程监测服务规范'],
    ['ISO 9001:2015 质量管理体系 要求', '质量管理体系 要求'],
    ['T/QDAS 001—2021：海带', '海带'],
    ['GB∕T 20001.1-2024 标准编写规则 第1部分：术语（2025年版）', '标准编写规则 第1部分：术语'],
  ])('%s is named %s', (text, title) => {
    expect(titleBesideNumber(text)).toBe(title)
  })

  test.each(['国家标准GB/T 43813-2024', '标准号：GB/T 1.1-2020', 'GB/T 12345-2021（报批稿）', 'GB/T 10114-2003代替GB/T 10114-1988 信息分类', 'GB/T 1-2020'])('%s has none', (text) => {
    expect(titleBesideNumber(text)).toBeNull()
  })
})
