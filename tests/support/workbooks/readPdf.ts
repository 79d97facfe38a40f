import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

/** A piece of text as it stands on its page, in the order in which it was drawn. */
export interface PdfPage { texts: string[] }

/** Reads the texts of a PDF as pdfkit writes it: objects one after the other, hexadecimal strings, a ToUnicode map for each font. */
export function readPdf(file: string): { pages: PdfPage[]; info: Record<string, string>; fonts: string[] } {
  const bytes = readFileSync(file).toString('latin1')
  const objects = new Map([...bytes.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/gu)].map(([, number = '', body = '']) => [Number(number), body]))
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/u.test(body)).map((body) => readPage(body, objects))
  const properties = [...objects.values()].find((body) => body.includes('/CreationDate')) ?? ''
  const info = Object.fromEntries([...properties.matchAll(/\/(\w+) (\d+) 0 R/gu)].map(([, name = '', number]) => [name, objects.get(Number(number)) ?? '']))
  return { pages, info, fonts: [...bytes.matchAll(/\/BaseFont \/[A-Z]+\+([^\s/]+)\n\/Encoding/gu)].map(([, name = '']) => name) }
}

function readPage(body: string, objects: ReadonlyMap<number, string>): PdfPage {
  const content = streamOf(objects.get(numberOf(body, /\/Contents (\d+) 0 R/u)) ?? '')
  const resources = objects.get(numberOf(body, /\/Resources (\d+) 0 R/u)) ?? ''
  const maps = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/gu)].map(([, name = '', number]) => [name, unicodeMap(Number(number), objects)]))
  let map = new Map<string, string>()
  const texts: string[] = []
  for (const [, font, strings] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/gu)) {
    if (font !== undefined) map = maps.get(font) ?? new Map()
    if (strings !== undefined) texts.push([...strings.matchAll(/<([0-9a-f]+)>/gu)].flatMap(([, hex = '']) => hex.match(/.{4}/gu) ?? []).map((glyph) => map.get(glyph) ?? '\ufffd').join(''))
  }
  return { texts }
}

function unicodeMap(font: number, objects: ReadonlyMap<number, string>): Map<string, string> {
  const map = streamOf(objects.get(numberOf(objects.get(font) ?? '', /\/ToUnicode (\d+) 0 R/u)) ?? '')
  const found = new Map<string, string>()
  for (const [, first = '0', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gu)) {
    for (const [index, [, units = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gu)].entries()) {
      const glyph = (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0')
      found.set(glyph, Buffer.from(units.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'))
    }
  }
  return found
}

function streamOf(body: string): string {
  const from = body.indexOf('stream\n') + 'stream\n'.length
  const data = Buffer.from(body.slice(from, body.lastIndexOf('\nendstream')), 'latin1')
  return (body.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1')
}

function numberOf(body: string, pattern: RegExp): number {
  return Number(pattern.exec(body)?.[1] ?? -1)
}
