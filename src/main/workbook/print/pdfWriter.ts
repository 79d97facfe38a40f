import { scheduler } from 'node:timers/promises'
import { Refusal, type Result } from '../../../shared/domain/result'
import { writeFileAtomically, type FileSink } from '../write/atomicFile'
import type { FormSheet } from '../write/form/formTypes'
import { BODY_FONT } from '../write/sheet/styleTable'
import type { ReplacedFont } from './fontShelf'
import type { PageRows } from './pagesOfRows'
import { PdfInk } from './pdfInk'
import { editionsEntry } from './pdfProperties'
import { findFonts, type PrintFonts } from './printFonts'
import { boxOf, pictureOf, placedLines, type Box, type MeasureType, type PrintedCell, type SheetPicture } from './sheetPicture'

export interface PdfOptions {
  /** Printed one after the other, each from a page of its own. */
  forms: readonly FormSheet[]
  /** Stands under each page, with &P for its number and &N for their count. */
  footer: string
  title: string
  creator: string
  /** Epoch milliseconds; the only trace of time in the file. */
  createdAt: number
  /** A word by which the file is known again. */
  mark?: string | undefined
  /** Folders with fonts; those of the system where left out. */
  folders?: readonly string[] | undefined
  signal?: AbortSignal | undefined
  onProgress?: ((rows: number, total: number) => void) | undefined
}

/** What became of a printed form. */
export interface PrintedFile {
  pages: number
  /** Faces that the computer does not have, and what printed instead. */
  replacedFonts: ReplacedFont[]
  /** Characters that no face of the computer has; they stand as 〓. */
  missingCharacters: string
}

/** How long the thread is held before others get their turn. */
const turnMs = 10
const borderPt = 0.5
const footerSizePt = 10

/**
 * Prints forms as a PDF from the layout that their worksheets have: landscape, one page wide, the header on every page,
 * page x of y. The same forms with the same `createdAt` and the same fonts give the same bytes.
 *
 * @param fonts  those that printed an earlier PDF already; looked for in `folders` where left out
 * @returns no_chinese_font, file_not_writable, disk_full, job_cancelled; none leaves a file
 */
export function writePdf(path: string, options: PdfOptions, fonts?: PrintFonts): Promise<Result<PrintedFile>> {
  return writeFileAtomically(path, options.signal, async (sink) => {
    const document = await createDocument(options)
    const ink = new PdfInk(document, fonts ?? await findFonts(options.folders))
    if (!ink.hasChinese) throw new Refusal('no_chinese_font')
    return new PdfPrinter(sink, document, ink, options).print()
  })
}

/** Loaded when the first PDF is asked for: a command that prints none does not wait for it. */
async function createDocument({ title, creator, createdAt, mark }: PdfOptions): Promise<PDFKit.PDFDocument> {
  const { default: PDFDocument } = await import('pdfkit')
  const at = new Date(createdAt)
  return new PDFDocument({
    autoFirstPage: false, margin: 0, lang: 'zh-CN', displayTitle: true,
    // Else it would look for Helvetica.
    font: '',
    info: { Title: title, Author: creator, Creator: creator, Producer: creator, CreationDate: at, ModDate: at, ...(mark === undefined ? {} : { Keywords: mark }) },
  })
}

interface Page { picture: SheetPicture; rows: PageRows }

/** One document on its way to the disk, page by page, so that a long list needs little memory. */
class PdfPrinter {
  readonly #sink: FileSink
  readonly #document: PDFKit.PDFDocument
  readonly #ink: PdfInk
  readonly #options: PdfOptions
  #chunks: Uint8Array[] = []
  #turnBegan = performance.now()

  constructor(sink: FileSink, document: PDFKit.PDFDocument, ink: PdfInk, options: PdfOptions) {
    this.#sink = sink
    this.#document = document
    this.#ink = ink
    this.#options = options
    document.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk))
  }

  async print(): Promise<PrintedFile> {
    const pages: Page[] = []
    for (const form of this.#options.forms) {
      const picture = await this.#picture(form)
      for (const rows of picture.pages) pages.push({ picture, rows })
    }
    const total = pages.reduce((sum, { rows }) => sum + rows.length, 0)
    let done = 0
    for (const [index, page] of pages.entries()) {
      await this.#drawPage(page, index + 1, pages.length)
      done += page.rows.length
      this.#options.onProgress?.(done, total)
      await this.#deliver()
    }
    Object.assign(this.#document.info, { [editionsEntry]: this.#ink.editions.join(', ') })
    const ended = new Promise((resolve) => this.#document.once('end', resolve))
    this.#document.end()
    await ended
    await this.#deliver()
    return { pages: pages.length, replacedFonts: this.#ink.replaced, missingCharacters: this.#ink.missing }
  }

  async #picture(form: FormSheet): Promise<SheetPicture> {
    const steps = pictureOf(form, this.#measure)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      await this.#giveTurn()
    }
  }

  async #drawPage({ picture, rows }: Page, number: number, total: number): Promise<void> {
    const { width, height, left, top, scale, footerMiddle } = picture.frame
    const type = { family: BODY_FONT, isBold: false, sizePt: footerSizePt }
    const text = this.#options.footer.replace('&P', String(number)).replace('&N', String(total))
    this.#document.addPage({ size: [width, height], margin: 0 })
    this.#ink.draw(text, (width - this.#measure(text, type)) / 2, footerMiddle, type)
    this.#document.translate(left, top).scale(scale)
    let below = 0
    for (const row of rows) {
      for (const cell of picture.rows[row]?.cells ?? []) this.#drawCell(cell, boxOf(cell, picture, below), scale)
      below += picture.rows[row]?.heightPt ?? 0
      await this.#giveTurn()
    }
  }

  #drawCell(cell: PrintedCell, box: Box, scale: number): void {
    if (cell.place.cell.look.border === true) this.#document.lineWidth(borderPt / scale).rect(box.left, box.top, box.width, box.height).stroke()
    for (const { text, left, middle } of placedLines(cell, box, this.#measure)) this.#ink.draw(text, left, middle, cell.type)
  }

  readonly #measure: MeasureType = (text, type) => this.#ink.measure(text, type)

  async #deliver(): Promise<void> {
    const chunks = this.#chunks
    this.#chunks = []
    if (chunks.length > 0) await this.#sink.append(Buffer.concat(chunks))
  }

  async #giveTurn(): Promise<void> {
    if (performance.now() - this.#turnBegan < turnMs) return
    await scheduler.yield()
    if (this.#options.signal?.aborted) throw new Refusal('job_cancelled')
    this.#turnBegan = performance.now()
  }
}
