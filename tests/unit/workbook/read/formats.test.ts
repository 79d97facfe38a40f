import { describe, expect, it } from 'vitest'
import { bufferSource } from '../../../../src/main/workbook/byteSource'
import { decodeText, detectTextEncoding } from '../../../../src/main/workbook/csv/textEncoding'
import { detectFormat } from '../../../../src/main/workbook/detectFormat'
import { CompoundFile } from '../../../../src/main/workbook/ole/compoundFile'
import { LineSplitter } from '../../../../src/main/workbook/parser/lineSplitter'
import { Refusal } from '../../../../src/shared/domain/result'
import { causeOf } from '../../../support/workbooks/readWorkbookFile'

function formatOf(content: Buffer | string): string {
  try {
    return detectFormat(bufferSource(Buffer.from(content)))
  } catch (error) {
    if (error instanceof Refusal) return causeOf(error.failure)
    throw error
  }
}

describe('detectFormat', () => {
  it.each<[string, Buffer | string, string]>([
    ['nothing', '', 'empty_file'],
    ['white space', ' \r\n\t', 'empty_file'],
    ['a byte order mark alone', Buffer.from([0xef, 0xbb, 0xbf]), 'empty_file'],
    ['a ZIP archive', Buffer.from('PK\u0003\u0004rest'), 'zip'],
    ['an OLE container', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'ole'],
    ['BIFF8 without a container', Buffer.from('09081000000605000000', 'hex'), 'biff'],
    ['BIFF4', Buffer.from('0904060000001000', 'hex'), 'format_too_old'],
    ['BIFF2', Buffer.from('0900040002001000', 'hex'), 'format_too_old'],
    ['a PDF', '%PDF-1.7', 'not_a_table pdf'],
    ['a PNG', Buffer.from('89504e470d0a1a0a', 'hex'), 'not_a_table image'],
    ['a JPEG', Buffer.from('ffd8ffe0', 'hex'), 'not_a_table image'],
    ['RTF', '{\\rtf1 x}', 'not_a_table rtf'],
    ['a RAR archive', Buffer.from('526172211a0700', 'hex'), 'not_a_table archive'],
    ['JSON', '[{"a": 1}]', 'not_a_table json'],
    ['another XML', '<?xml version="1.0"?><feed/>', 'not_a_table xml'],
    ['a web archive', 'MIME-Version: 1.0\r\nContent-Type: multipart/related', 'not_a_table web_archive'],
    ['bytes with zeros', Buffer.from([0x41, 0x42, 0, 1, 2, 3]), 'not_a_table binary'],
    ['HTML with a mark', '\ufeff\n<!DOCTYPE html><html>', 'html'],
    ['a bare table', '<table><tr>', 'html'],
    ['HTML behind a comment', '<!-- x --><html>', 'html'],
    ['XML Spreadsheet 2003', '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', 'xml2003'],
    ['a text', '标准号,名称', 'text'],
    ['UTF-16 text', Buffer.from('\ufeff标准号\t名称', 'utf16le'), 'text'],
    ['text that begins with BM', 'BM编号,名称', 'text'],
  ])('recognises %s', (_, content, format) => {
    expect(formatOf(content)).toBe(format)
  })
})

describe('detectTextEncoding', () => {
  /** 标准，青岛 and a character beyond GBK that takes four bytes. */
  const gb18030 = Buffer.from('b1ead7bca3acc7e0b5ba95329a36', 'hex')

  function decoded(bytes: Buffer): string {
    const source = bufferSource(bytes)
    return [...decodeText(source, detectTextEncoding(source))].map(({ text }) => text).join('')
  }

  it('reads GB18030 with characters of four bytes', () => {
    expect(detectTextEncoding(bufferSource(gb18030))).toBe('gb18030')
    expect(decoded(gb18030)).toMatch(/^标准，青岛./u)
    expect(decoded(gb18030)).not.toContain('\ufffd')
  })

  it('reads UTF-8 with and without a mark, and UTF-16 with one', () => {
    expect(decoded(Buffer.from('标准'))).toBe('标准')
    expect(decoded(Buffer.from('\ufeff标准'))).toBe('标准')
    expect(decoded(Buffer.from('\ufeff标准', 'utf16le'))).toBe('标准')
    expect(decoded(Buffer.from('\ufeff标准', 'utf16le').swap16())).toBe('标准')
  })

  it('reads UTF-16 without its mark, and takes no other bytes with zeros for it', () => {
    const text = '标准编号,标准名称,发布日期\r\nGB/T 1-2021,海洋𠮷,2021-03-05\r\n'
    expect(decoded(Buffer.from(text, 'utf16le'))).toBe(text)
    expect(decoded(Buffer.from(text, 'utf16le').swap16())).toBe(text)
    expect(detectFormat(bufferSource(Buffer.from(text, 'utf16le')))).toBe('text')
    const binary = Buffer.from(Array.from({ length: 400 }, (_, at) => (at % 2 === 0 ? at % 251 : 0)))
    expect(() => detectFormat(bufferSource(binary))).toThrow()
  })

  it('keeps a UTF-8 file with one damaged character readable', () => {
    const text = '青岛海洋工程科技有限公司，一种装置。'.repeat(20)
    const broken = Buffer.concat([Buffer.from(text), Buffer.from([0xe9, 0x9d]), Buffer.from(`\n${text}`)])
    expect(detectTextEncoding(bufferSource(broken))).toBe('utf-8')
    expect(decoded(broken)).toContain('海洋工程')
  })

  it('keeps a short UTF-8 list readable of which one character has lost a byte', () => {
    const bytes = Buffer.from('商标名称,注册号\n天之蓝,12345678\n')
    const at = bytes.indexOf('天之蓝') + 1
    const broken = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
    expect(detectTextEncoding(bufferSource(broken))).toBe('utf-8')
    expect(decoded(broken)).toBe('商标名称,注册号\n\ufffd之蓝,12345678\n')
  })

  it('does not mistake a character cut by the end of a chunk for damage', () => {
    const bytes = Buffer.from('a'.repeat(1024 * 1024 - 1) + '青岛'.repeat(700_000))
    expect(detectTextEncoding(bufferSource(bytes))).toBe('utf-8')
    expect(decoded(bytes).endsWith('青岛')).toBe(true)
  })
})

describe('CompoundFile', () => {
  /** A container with a directory of one root entry, and an allocation table of these words. */
  function container(fat: readonly number[], directoryStart = 1): Buffer {
    const file = Buffer.alloc(512 * 4)
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
    file.writeUInt16LE(9, 30)
    file.writeUInt32LE(directoryStart, 48)
    file.writeUInt32LE(0xfffffffe, 60)
    file.writeUInt32LE(0xfffffffe, 68)
    file.fill(0xff, 76, 512)
    file.writeUInt32LE(0, 76)
    fat.forEach((word, index) => file.writeUInt32LE(word, 512 + index * 4))
    file.write('Root Entry', 1024, 'utf16le')
    file.writeUInt16LE(22, 1024 + 64)
    file.writeUInt8(5, 1024 + 66)
    file.writeUInt32LE(0xffffffff, 1024 + 68)
    file.writeUInt32LE(0xffffffff, 1024 + 72)
    file.writeUInt32LE(0xffffffff, 1024 + 76)
    file.writeUInt32LE(0xfffffffe, 1024 + 116)
    return file
  }

  it('opens a container without streams', () => {
    expect(new CompoundFile(bufferSource(container([0xfffffffd, 0xfffffffe]))).streams).toEqual([])
  })

  it('refuses a sector chain that runs in a circle', () => {
    expect(() => new CompoundFile(bufferSource(container([0xfffffffd, 2, 1])))).toThrow(Refusal)
  })

  it('refuses a directory tree that runs in a circle', () => {
    const file = container([0xfffffffd, 0xfffffffe])
    file.writeUInt32LE(1, 1024 + 76)
    file.writeUInt8(1, 1024 + 128 + 66)
    file.writeUInt32LE(1, 1024 + 128 + 76)
    expect(() => new CompoundFile(bufferSource(file))).toThrow(Refusal)
  })

  it('refuses a file that ends in its header', () => {
    expect(() => new CompoundFile(bufferSource(container([]).subarray(0, 100)))).toThrow(Refusal)
  })
})

describe('LineSplitter', () => {
  it('puts lines together from chunks of any size', () => {
    const bytes = Buffer.from('一行\n\n第二行，长一些\n')
    for (let size = 1; size <= bytes.length; size++) {
      const splitter = new LineSplitter()
      const lines: string[] = []
      for (let at = 0; at < bytes.length; at += size) lines.push(...splitter.push(bytes.subarray(at, at + size)))
      expect(lines).toEqual(['一行', '', '第二行，长一些'])
    }
  })
})
