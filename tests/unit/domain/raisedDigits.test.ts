import { describe, expect, it } from 'vitest'
import { stripMarkup } from '../../../src/shared/domain/markup'

describe('what stands raised in a text with marks of a page', () => {
  it.each([
    ['49.1<sup>1</sup>', '49.1¹'], ['CO<sub>2</sub>&nbsp;测定', 'CO2 测定'], ['m<sup class="x">2</sup>、m<SUP>3</SUP>', 'm²、m³'], ['<sup>1</sup>含浮山后', '1含浮山后'], ['1<sup>st</sup>', '1st'], ['49.1<sup>1', '49.11'],
  ])('%s reads %s', (written, read) => {
    expect(stripMarkup(written)).toBe(read)
  })
})
