import { describe, expect, it } from 'vitest'
import { dayRange, numberRange } from '../../../../src/shared/domain/search/writtenRange'

describe('the days that a filter means', () => {
  it.each([
    ['2021', '2021-01-01', '2021-12-31'],
    ['2021Q3', '2021-07-01', '2021-09-30'],
    ['2021-06', '2021-06-01', '2021-06-30'],
    ['2021年6月', '2021-06-01', '2021-06-30'],
    ['2021.6.5', '2021-06-05', '2021-06-05'],
    ['2021/06/05', '2021-06-05', '2021-06-05'],
    ['２０２１年6月5日', '2021-06-05', '2021-06-05'],
    ['2020..2021-03', '2020-01-01', '2021-03-31'],
    ['2021.6..2021.9', '2021-06-01', '2021-09-30'],
    ['2021Q2..', '2021-04-01', null],
    ['..2021', null, '2021-12-31'],
  ])('%s', (text, from, to) => expect(dayRange(text)).toEqual({ from, to }))

  it.each(['', '..', '2021.13', '2021-02-30', '2021..2020', '2021..2022..2023', '去年'])('none in “%s”', (text) => expect(dayRange(text)).toBeNull())
})

describe('the numbers that a filter means', () => {
  it.each([
    ['9', 9, 9],
    ['9..', 9, Infinity],
    ['..12.5', -Infinity, 12.5],
    ['3..7', 3, 7],
  ])('%s', (text, from, to) => expect(numberRange(text)).toEqual({ from, to }))

  it.each(['', '..', '九', '1-2'])('none in “%s”', (text) => expect(numberRange(text)).toBeNull())
})
