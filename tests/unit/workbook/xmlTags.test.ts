import { describe, expect, it } from 'vitest'
import { attributeOf, tagsOf } from '../../../src/main/workbook/xml/xmlTags'

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

describe('the tags of a text', () => {
  it.each([
    ['<c>', { kind: 'open', name: 'c', prefix: '' }], ['</x:row >', { kind: 'close', name: 'row', prefix: 'x:' }], ['<x:c r="1>2"/>', { kind: 'empty', name: 'c', prefix: 'x:' }],
    ['<a: >', { kind: 'open', name: 'a', prefix: '' }], ["<a b='\"'/>", { kind: 'empty', name: 'a', prefix: '' }], ['<!-- <b> --><?x <c>?><![CDATA[<d>]]><e\n/>', { kind: 'empty', name: 'e', prefix: '' }],
  ])('of %s are told by kind, name and prefix', (xml, told) => {
    expect([...tagsOf(xml)].map(({ kind, name, prefix }) => ({ kind, name, prefix }))).toEqual([told])
  })

  it.each(['<', '<>', '< c>', '<c', '<c "<">', '<:c>'])('refuses %s', (xml) => {
    expect(() => [...tagsOf(xml)]).toThrow()
  })
})
