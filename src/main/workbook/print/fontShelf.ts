import type { FontFace } from './fontFace'
import { printFamilies, printFamilyOf } from './fontFamilies'
import type { PrintFonts } from './printFonts'

/** A face that stands in for the one that a form asks for. */
export interface ReplacedFont { asked: string; used: string }

/** Faces of one family name, plain and bold. */
interface ShelvedFamily { name: string; plain: FontFace; bold: FontFace | null }

/** A face to print with; where it has no bold drawing of its own, strokes are thickened. */
export interface PrintFace { face: FontFace; isThickened: boolean }

/**
 * The Chinese faces of a computer, and which of them prints what in one PDF: the family a form asks for, else the one
 * nearest to it, else any that is Chinese. A character that a face lacks is taken from the next one that has it.
 */
export class FontShelf {
  readonly #families: ShelvedFamily[]
  readonly #orders = new Map<string, readonly ShelvedFamily[]>()
  readonly #unusable = new Set<FontFace>()
  readonly #fonts: PrintFonts

  constructor(fonts: PrintFonts) {
    this.#fonts = fonts
    this.#families = shelve(fonts.faces.filter(({ isItalic }) => !isItalic))
  }

  /** Whether there is anything to print Chinese with. */
  get hasChinese(): boolean {
    return this.#families.some((family) => isForChinese(family) && this.#isUsable(family))
  }

  /** The first face for a family that has the character; null when none on the computer has it. */
  faceFor(family: string, isBold: boolean, codePoint: number): PrintFace | null {
    const found = this.#orderOf(family).find((candidate) => this.#isUsable(candidate) && this.#fonts.covers(candidate.plain, codePoint))
    if (found === undefined) return null
    const bold = isBold && found.bold !== null && !this.#unusable.has(found.bold) && this.#fonts.covers(found.bold, codePoint) ? found.bold : null
    return { face: bold ?? found.plain, isThickened: isBold && bold === null }
  }

  /** Which family prints what a form asks for, where it is another one. */
  replacementOf(family: string): ReplacedFont | null {
    const used = this.#orderOf(family).find((candidate) => this.#isUsable(candidate))
    if (used === undefined || ownNames(family).includes(used.name)) return null
    return { asked: family, used: used.name }
  }

  /** A face that turned out not to be readable; the next one takes its place. */
  putAside(face: FontFace): void {
    this.#unusable.add(face)
  }

  #isUsable({ plain }: ShelvedFamily): boolean {
    return !this.#unusable.has(plain)
  }

  #orderOf(family: string): readonly ShelvedFamily[] {
    const known = this.#orders.get(family)
    if (known) return known
    const wanted = [...ownNames(family), ...alikeNames(family)]
    const named = wanted.flatMap((name) => this.#families.filter((candidate) => candidate.plain.families.includes(name)).map((candidate) => ({ ...candidate, name })))
    const rest = this.#families.filter(({ plain }) => !named.some((candidate) => candidate.plain === plain))
    const order = [...named, ...rest.toSorted((a, b) => familiarity(a) - familiarity(b))]
    this.#orders.set(family, order)
    return order
  }
}

function ownNames(family: string): readonly string[] {
  const known = printFamilyOf(family)
  return known === null ? [family] : printFamilies[known].own
}

function alikeNames(family: string): readonly string[] {
  const known = printFamilyOf(family)
  return known === null ? [] : printFamilies[known].alike
}

const familiarNames: readonly string[] = Object.values(printFamilies).flatMap(({ own, alike }) => [...own, ...alike])

/** Faces of the catalogue first, then those that say they are Chinese, then what may still have a rare sign. */
function familiarity(family: ShelvedFamily): number {
  const places = family.plain.families.map((name) => familiarNames.indexOf(name)).filter((place) => place >= 0)
  return places.length > 0 ? Math.min(...places) : familiarNames.length + (family.plain.isChinese ? 0 : 1)
}

function isForChinese(family: ShelvedFamily): boolean {
  return familiarity(family) <= familiarNames.length
}

/** Plain faces with their bold ones; a family that has only bold faces prints with those. */
function shelve(faces: readonly FontFace[]): ShelvedFamily[] {
  const families = new Map<string, { plain?: FontFace; bold?: FontFace }>()
  for (const face of faces) {
    const name = face.families.at(-1)
    if (name === undefined) continue
    const family = families.get(name) ?? {}
    families.set(name, face.isBold ? { bold: face, ...family } : { plain: face, ...family })
  }
  return [...families].flatMap(([name, { plain, bold }]) => {
    const first = plain ?? bold
    return first ? [{ name, plain: first, bold: bold ?? null }] : []
  })
}
