import { textWidth } from '../write/sheet/textMeasure'
import type { CellNote, CellPlace } from './commentTexts'

const empty = '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">'
  + '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data=""/></o:shapelayout></xml>'
const boxType = '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
/** Shapes of one drawing are numbered in blocks of so many, which the drawing names. */
const blockSize = 1024
const charactersPerLine = 34

/**
 * A drawing of the boxes that comments are shown in, with boxes added. The format is not always well-formed (programs put
 * web markup into it), so that it is only ever added to.
 *
 * @param vml         null when the sheet has none yet
 * @param firstBlock  block of numbers that no drawing of the workbook uses
 * @returns the drawing and the first block that is free behind it
 */
export function addNoteBoxes(vml: string | null, notes: readonly CellNote[], firstBlock: number): { vml: string; nextBlock: number } {
  const known = vml ?? empty
  const blocks = Math.ceil(notes.length / (blockSize - 1))
  const boxes = notes.map((note, index) => {
    const block = firstBlock + Math.floor(index / (blockSize - 1))
    return boxXml(note, block * blockSize + 1 + (index % (blockSize - 1)))
  })
  const end = known.lastIndexOf('</xml>')
  const at = end < 0 ? known.length : end
  const type = known.includes('id="_x0000_t202"') ? '' : boxType
  return { vml: withBlocks(known.slice(0, at) + type + boxes.join('') + known.slice(at), firstBlock, blocks), nextBlock: firstBlock + blocks }
}

const [boxBegin, boxEnd] = ['<v:shape ', '</v:shape>'] as const

/** A drawing without the boxes of comments that are gone. */
export function withoutBoxes(vml: string, cells: readonly CellPlace[]): string {
  const gone = new Set(cells.map(({ row, column }) => `${row - 1}|${column}`))
  const kept: string[] = []
  let from = 0
  for (let start = vml.indexOf(boxBegin); start >= 0 && gone.size > 0; start = vml.indexOf(boxBegin, start + 1)) {
    const end = vml.indexOf(boxEnd, start) + boxEnd.length
    if (end < boxEnd.length) break
    const shape = vml.slice(start, end)
    if (!gone.has(`${numberIn(shape, 'Row')}|${numberIn(shape, 'Column')}`)) continue
    kept.push(vml.slice(from, start))
    from = end
  }
  return kept.join('') + vml.slice(from)
}

function numberIn(shape: string, name: string): string {
  return new RegExp(`<x:${name}>\\s*(\\d+)\\s*</x:${name}>`).exec(shape)?.[1] ?? ''
}

/** The greatest block of numbers that a drawing uses; 0 for none. */
export function lastBlockOf(vml: string): number {
  const named = [...vml.matchAll(/<o:idmap\b[^<>]*\bdata="([^"<>]*)"/g)].flatMap(([, list = '']) => list.split(',').map(Number))
  const used = [...vml.matchAll(/_x0000_s(\d{1,9})\b/g)].map(([, number]) => Math.floor(Number(number) / blockSize))
  return [...named, ...used].reduce((most, block) => (Number.isInteger(block) && block > most ? block : most), 0)
}

function withBlocks(vml: string, first: number, count: number): string {
  const added = Array.from({ length: count }, (_, index) => first + index).join(',')
  return vml.replace(/(<o:idmap\b[^<>]*\bdata=")([^"<>]*)"/, (_whole, begin: string, list: string) => `${begin}${list === '' ? added : `${list},${added}`}"`)
}

function boxXml({ row, column, text }: CellNote, number: number): string {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / charactersPerLine)), 1)
  const top = Math.max(0, row - 2)
  // Column, its offset in pixels, row, its offset: upper left, then lower right corner.
  const anchor = [column + 1, 15, top, 10, column + 4, 15, top + Math.min(20, lines + 1), 4].join(', ')
  return `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:190pt;height:${lines * 14}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`
    + '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    + `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
}
