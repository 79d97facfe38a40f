import { readFileSync } from 'node:fs'
import { readCoverage, type Coverage } from './characterMap'
import type { FontFace } from './fontFace'
import { findFaces, fontFolders } from './fontFolders'

/** The fonts of a computer and what was read of them: several PDFs from the same fonts read each of them once. */
export class PrintFonts {
  /** In the order in which they are preferred among equals. */
  readonly faces: readonly FontFace[]
  readonly #coverage = new Map<FontFace, Coverage>()
  readonly #files = new Map<string, Uint8Array>()
  readonly #widths = new Map<FontFace, Map<string, number>>()

  constructor(faces: readonly FontFace[]) {
    this.faces = faces
  }

  covers(face: FontFace, codePoint: number): boolean {
    const coverage = this.#coverage.get(face) ?? readCoverage(face)
    this.#coverage.set(face, coverage)
    return coverage(codePoint)
  }

  /** The whole font file; throws what the disk says where it cannot be read. */
  bytesOf({ file }: FontFace): Uint8Array {
    const bytes = this.#files.get(file) ?? readFileSync(file)
    this.#files.set(file, bytes)
    return bytes
  }

  /** Width of a character in parts of the type's size, measured when it is first asked for. */
  widthOf(face: FontFace, character: string, measure: () => number): number {
    const widths = this.#widths.get(face) ?? new Map<string, number>()
    this.#widths.set(face, widths)
    const width = widths.get(character) ?? measure()
    widths.set(character, width)
    return width
  }
}

/** @param folders  those of the system where left out */
export async function findFonts(folders: readonly string[] = fontFolders()): Promise<PrintFonts> {
  return new PrintFonts(await findFaces(folders))
}
