import { annotateWorkbook, readMarkable } from '../annotate/annotateWorkbook'
import type { FormDescription, FormRequest } from '../forms/formMessages'
import type { SheetWords } from '../forms/formWords'
import { maxColumn, maxRow, mostFormWords, mostWordCharacters } from '../limits'
import { fillWorkbook } from '../patch/fillWorkbook'
import { readFormSheets } from '../patch/formSheets'
import { canGrow } from '../patch/grow/canGrow'
import { readWords } from '../patch/sheetWords'
import { openForm, openTemplate, type TemplatePackage } from '../patch/templatePackage'
import { columnLetters } from '../../../shared/domain/columnLetters'
import { Refusal } from '../../../shared/domain/result'
import type { Merge } from '../types'
import type { AppendingSink } from '../write/atomicFile'

/** The one workbook that a parser process holds open for as long as the register asks about it. */
export class FormServer {
  private template: TemplatePackage | undefined

  /**
   * @param send  takes the bytes of a filled workbook, piece by piece
   * @throws Refusal what opening, reading and filling refuse
   */
  async answer(request: FormRequest, send: (bytes: Buffer) => Promise<void>): Promise<unknown> {
    if (request.type === 'form.open') return this.open(request)
    const { template } = this
    if (template === undefined) throw new Error('no form is open')
    if (request.type === 'form.looks') return readFormSheets(template)
    if (request.type === 'form.canGrow') return canGrow(template, request.growth)
    if (request.type === 'form.markable') return readMarkable(template, request.sheets)
    const sink = new PieceSink(send)
    const answer = request.type === 'form.mark' ? await annotateWorkbook(template, request.marks, sink) : await fillWorkbook(template, new Map(request.edits), sink, request.growths)
    await sink.flush()
    return answer ?? true
  }

  private async open({ path, reading }: FormRequest & { type: 'form.open' }): Promise<FormDescription> {
    this.template = await (reading === 'form' ? openForm(path) : openTemplate(path))
    return reading === 'form' ? describe(this.template) : { sheets: [] }
  }
}

async function describe(template: TemplatePackage): Promise<FormDescription> {
  const words = await readWords(template)
  const sheets: FormDescription['sheets'] = []
  const room = { words: mostFormWords, characters: mostWordCharacters }
  for (const { name, part } of template.sheets) {
    const { texts, results } = words.get(name) ?? noWords
    sheets.push({ name, texts: within(texts, room), results: within(results(), room), merges: namedMerges((await template.cells(part)).merges, texts) })
  }
  return { sheets }
}

const noWords: SheetWords = { texts: new Map(), results: () => new Map() }

/** @throws Refusal too_large where the words of all sheets together are more than the register takes */
function within(words: ReadonlyMap<string, string>, room: { words: number; characters: number }): [string, string][] {
  room.words -= words.size
  for (const text of words.values()) room.characters -= text.length
  if (room.words < 0 || room.characters < 0) throw new Refusal('too_large', undefined, { what: 'form_words', limit: mostFormWords })
  return [...words]
}

/** The merged ranges that hold a text: what others cover is nobody's heading. */
function namedMerges(merges: readonly Merge[], texts: SheetWords['texts']): Merge[] {
  const named = new Map<string, Merge>()
  for (const merge of merges) {
    const corner = `${columnLetters(merge.left)}${merge.top}`
    if (texts.has(corner) && !named.has(corner) && merge.bottom <= maxRow && merge.right < maxColumn) named.set(corner, merge)
  }
  return [...named.values()]
}

/** A message to the register carries so much of a filled workbook. */
const pieceBytes = 192 * 1024

/** Gathers small pieces and cuts large ones. */
class PieceSink implements AppendingSink {
  size = 0
  private readonly gathered = Buffer.allocUnsafe(pieceBytes)
  private waiting = 0

  constructor(private readonly send: (bytes: Buffer) => Promise<void>) {}

  async append(bytes: Uint8Array): Promise<void> {
    this.size += bytes.byteLength
    for (let at = 0; at < bytes.byteLength; ) {
      const piece = bytes.subarray(at, at + pieceBytes - this.waiting)
      this.gathered.set(piece, this.waiting)
      this.waiting += piece.byteLength
      at += piece.byteLength
      if (this.waiting === pieceBytes) await this.flush()
    }
  }

  async flush(): Promise<void> {
    if (this.waiting === 0) return
    await this.send(this.gathered.subarray(0, this.waiting))
    this.waiting = 0
  }
}
