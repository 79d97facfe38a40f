import { describe, expect, it } from 'vitest'
import { attributeOf } from '../../../src/main/workbook/xml/xmlTags'

const read = (tag: string, name: string): string | undefined => attributeOf(tag, { start: 0, end: tag.length }, name)

describe('an attribute of a tag', () => {
  it.each([
    ['<c r="A1" s="2"/>', 's', '2'], ["<c\n\tr = 'A1'>", 'r', 'A1'], ['<c note=" r=\'B2\' " r="A1">', 'r', 'A1'], ['<x xr:r="1" r="2">', 'r', '2'], ['<c rr="1">', 'r', undefined],
    ['<c r="&lt;&#65;&gt;">', 'r', '<A>'], ['<c r="">', 'r', ''], ['<c>', 'r', undefined], ['<row>', 'row', undefined], ['<v:shape filled=f stroked="t">', 'stroked', 't'], ['<c a="1>" r="2">', 'r', '2'],
  ])('of %s named %s is %s', (tag, name, value) => {
    expect(read(tag, name)).toBe(value)
  })

  it('is not looked for behind the tag', () => {
    const xml = '<a b="1"><c r="2"/>'
    expect(attributeOf(xml, { start: 0, end: 9 }, 'r')).toBeUndefined()
  })
})
