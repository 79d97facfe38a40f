import type { FontFace } from './fontFace'
import { FontShelf, type PrintFace, type ReplacedFont } from './fontShelf'
import type { PrintFonts } from './printFonts'

/** How a text is set. */
export interface Type { family: string; isBold: boolean; sizePt: number }

/** Stroke that makes a plain letter bold, in parts of its size. */
const thickening = 0.028
/** The middle of a Chinese character stands this far over the base line, in parts of its size. */
const middleOverBase = 0.38
/** Stands on paper for a character that no face has, as typesetters do it. */
const missingSign = '〓'

/** A character as it will be printed; `widthEm` in parts of the type's size. */
interface Letter { text: string; print: PrintFace; widthEm: number }

/** Sets text on the pages of a PDF: chooses the face of every character, measures, draws. */
export class PdfInk {
  readonly #document: PDFKit.PDFDocument
  readonly #fonts: PrintFonts
  readonly #shelf: FontShelf
  readonly #names = new Map<FontFace, string>()
  readonly #letters = new Map<string, Letter | null>()
  readonly #replaced = new Map<string, ReplacedFont>()
  readonly #missing = new Set<string>()

  constructor(document: PDFKit.PDFDocument, fonts: PrintFonts) {
    this.#document = document
    this.#fonts = fonts
    this.#shelf = new FontShelf(fonts)
  }

  /** Whether there is anything to print Chinese with. */
  get hasChinese(): boolean {
    return this.#shelf.hasChinese
  }

  /** Families that were asked for and printed by others. */
  get replaced(): ReplacedFont[] {
    return [...this.#replaced.values()]
  }

  /** Characters that no face of this computer has. */
  get missing(): string {
    return [...this.#missing].join('')
  }

  /** Editions of the fonts that it was printed with, in the order in which they were needed. */
  get editions(): string[] {
    return [...this.#names.keys()].map(({ edition }) => edition)
  }

  /** Width of a line in points. */
  measure(text: string, type: Type): number {
    let width = 0
    for (const character of text) width += this.#letter(character, type)?.widthEm ?? 0
    return width * type.sizePt
  }

  /** Draws one line; its middle stands `middle` points below the page's upper edge. */
  draw(text: string, left: number, middle: number, type: Type): void {
    const base = middle + middleOverBase * type.sizePt
    let at = left
    for (const run of this.#runsOf(text, type)) {
      this.#drawRun(run, at, base, type.sizePt)
      at += run.widthEm * type.sizePt
    }
  }

  /** Neighbouring characters of one face are set together. */
  #runsOf(text: string, type: Type): Letter[] {
    const runs: Letter[] = []
    for (const character of text) {
      const letter = this.#letter(character, type)
      if (letter === null) continue
      const last = runs.at(-1)
      if (last !== undefined && isSamePrint(last.print, letter.print)) runs[runs.length - 1] = { ...last, text: last.text + letter.text, widthEm: last.widthEm + letter.widthEm }
      else runs.push(letter)
    }
    return runs
  }

  #drawRun({ text, print }: Letter, left: number, base: number, sizePt: number): void {
    this.#use(print.face)?.fontSize(sizePt)
    if (print.isThickened) this.#document.lineWidth(sizePt * thickening)
    this.#document.text(text, left, base, { lineBreak: false, baseline: 'alphabetic', fill: true, stroke: print.isThickened })
  }

  /** Null for what is not seen: control characters and joiners. */
  #letter(character: string, type: Type): Letter | null {
    const key = `${type.family}|${type.isBold ? 'bold' : 'plain'}|${character}`
    const known = this.#letters.get(key)
    if (known !== undefined) return known
    const letter = /[\p{Cc}\p{Cf}]/u.test(character) ? null : this.#chooseLetter(character, type)
    this.#letters.set(key, letter)
    return letter
  }

  #chooseLetter(character: string, { family, isBold }: Type): Letter {
    const own = this.#usableFace(family, isBold, character)
    const replacement = this.#shelf.replacementOf(family)
    if (replacement !== null) this.#replaced.set(family, replacement)
    if (own !== null) return own
    this.#missing.add(character)
    // Every Chinese face has one of the two.
    const sign = this.#usableFace(family, isBold, missingSign) ?? this.#usableFace(family, isBold, '口')
    if (sign === null) throw new Error('a Chinese face without a single sign')
    return sign
  }

  /** The first face with the character that can be read; others are put aside for good. */
  #usableFace(family: string, isBold: boolean, character: string): Letter | null {
    for (;;) {
      const print = this.#shelf.faceFor(family, isBold, character.codePointAt(0) ?? 0)
      if (print === null) return null
      const set = this.#use(print.face)
      if (set !== null) return { text: character, print, widthEm: this.#fonts.widthOf(print.face, character, () => set.fontSize(1000).widthOfString(character) / 1000) }
      this.#shelf.putAside(print.face)
    }
  }

  #use(face: FontFace): PDFKit.PDFDocument | null {
    const known = this.#names.get(face)
    if (known !== undefined) return this.#document.font(known)
    const name = `face${this.#names.size + 1}`
    try {
      const bytes = this.#fonts.bytesOf(face)
      if (face.memberName === null) this.#document.registerFont(name, bytes)
      else this.#document.registerFont(name, bytes, face.memberName)
      this.#document.font(name)
    } catch {
      // Damaged, or of a kind that cannot be embedded.
      return null
    }
    this.#names.set(face, name)
    return this.#document
  }
}

function isSamePrint(a: PrintFace, b: PrintFace): boolean {
  return a.face === b.face && a.isThickened === b.isThickened
}
