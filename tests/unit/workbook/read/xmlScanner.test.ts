import { describe, expect, it } from 'vitest'
import { nameCode } from '../../../../src/main/workbook/xml/xmlNames'
import { XmlReader } from '../../../../src/main/workbook/xml/xmlReader'
import { Refusal } from '../../../../src/shared/domain/result'
import { causeOf } from '../../../support/workbooks/readWorkbookFile'

const names = ['root', 'a', 'b'] as const

/** Writes down what it hears: `+a`, `-a`, `?` for foreign elements, texts in quotation marks. */
class Listener extends XmlReader {
  readonly heard: string[] = []
  private text = ''

  constructor() {
    super()
    this.xml.wantsText = true
  }

  protected override onOpen(name: number): void {
    this.flush()
    const value = this.xml.attribute(nameCode('v'))
    this.heard.push(`+${label(name)}${value === undefined ? '' : `=${value}`}`)
  }

  protected override onClose(name: number): void {
    this.flush()
    this.heard.push(`-${label(name)}`)
  }

  protected override onText(): void {
    this.text += this.xml.text()
  }

  private flush(): void {
    if (this.text.trim() !== '') this.heard.push(JSON.stringify(this.text))
    this.text = ''
  }
}

function label(code: number): string {
  return names.find((name) => nameCode(name) === code) ?? '?'
}

function hear(xml: string | Buffer, chunkBytes = 1_000_000): string[] {
  const listener = new Listener()
  const bytes = Buffer.from(xml)
  for (let at = 0; at < bytes.length; at += chunkBytes) listener.push(bytes.subarray(at, at + chunkBytes))
  listener.finish()
  return listener.heard
}

function refusal(xml: string | Buffer): string {
  try {
    hear(xml)
  } catch (error) {
    if (error instanceof Refusal) return causeOf(error.failure)
    throw error
  }
  return 'read'
}

describe('XmlScanner', () => {
  const everything = `<?xml version="1.0"?><!-- <a> --><root xmlns="u" xmlns:p="u" xmlns:q="w">
    <a v='1 > 0 &amp; "x"'>甲&#x4E59;&lt;</a><p:b v="2"/><q:a v="3">外</q:a><a><![CDATA[<b> & ]]]>丙</a ></root>`
  const expected = ['+root', '+a=1 > 0 & "x"', '"甲乙<"', '-a', '+b=2', '-b', '+?=3', '"外"', '-?', '+a', '"<b> & ]丙"', '-a', '-root']

  it('hears elements, attributes and texts', () => {
    expect(hear(everything)).toEqual(expected)
  })

  it('hears the same whatever the size of the chunks', () => {
    for (let size = 1; size < 40; size++) expect(hear(everything, size)).toEqual(expected)
  })

  it('takes the root’s own prefix for its own names', () => {
    expect(hear('<x:root xmlns:x="u" xmlns="other"><x:a/><a/></x:root>')).toEqual(['+root', '+a', '-a', '+?', '-?', '-root'])
  })

  it('does not take namespace declarations for attributes', () => {
    expect(hear('<root xmlns:v="u"><a xmlns:v="w"/></root>')).toEqual(['+root', '+a', '-a', '-root'])
  })

  it('normalises literal line ends and keeps those that are written as references', () => {
    expect(hear('<root>甲\r\n乙\r丙&#13;&#10;</root>')).toEqual(['+root', JSON.stringify('甲\n乙\n丙\r\n'), '-root'])
  })

  it('reads 300,000 nested elements without running out of stack', () => {
    const depth = 300_000
    expect(hear(`<root>${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}</root>`)).toHaveLength(2 * depth + 2)
  })

  it.each([
    ['<!DOCTYPE root [<!ENTITY e "x">]><root>&e;</root>', 'document_type'],
    ['<root>&unknown;</root>', 'damaged xml_entity'],
    ['<root>R&D</root>', 'damaged xml_entity'],
    ['<root>&#0;</root>', 'damaged xml_control_character'],
    ['<root>&#xD800;</root>', 'damaged xml_control_character'],
    ['<root>\u0001</root>', 'damaged xml_control_character'],
    ['<root v="\u0007"/>', 'damaged xml_control_character'],
    ['<root><a>', 'damaged xml_truncated'],
    ['<root><a', 'damaged xml_truncated'],
    ['', 'damaged xml_truncated'],
    ['<root/><root/>', 'damaged xml_second_root'],
    ['</root>', 'damaged xml_tag'],
    ['<root v=1/>', 'damaged xml_tag'],
    ['<root <a/>', 'damaged xml_tag'],
    [Buffer.from([...Buffer.from('<root>'), 0xff, 0xfe, ...Buffer.from('</root>')]), 'damaged xml_encoding'],
  ])('refuses %s', (xml, expectedRefusal) => {
    expect(refusal(xml)).toBe(expectedRefusal)
  })
})
