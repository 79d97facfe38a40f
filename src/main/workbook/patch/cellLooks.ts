import type { FormCell } from '../../../shared/domain/filling/formSheet'
import { attributeOf, tagsOf, type XmlTag } from '../xml/xmlTags'

/** What a cell format shows, as far as a picture of a form needs it; null where the format says nothing. */
export type CellLook = Pick<FormCell, 'isBold' | 'size' | 'fill' | 'hasBorder' | 'isWrapped'> & { align: FormCell['align'] | null }

interface Lists { fonts: Pick<CellLook, 'isBold' | 'size'>[]; fills: (string | null)[]; borders: boolean[]; looks: CellLook[] }

/** The looks of cells by their style number. Colours of a theme are left out: what they are is written elsewhere. */
export function looksOf(styles: string): CellLook[] {
  const lists: Lists = { fonts: [], fills: [], borders: [], looks: [] }
  const path: string[] = []
  for (const tag of tagsOf(styles)) {
    if (tag.kind === 'close') path.pop()
    else {
      read(styles, tag, path, lists)
      if (tag.kind === 'open') path.push(tag.name)
    }
  }
  return lists.looks
}

function read(styles: string, tag: XmlTag, path: readonly string[], { fonts, fills, borders, looks }: Lists): void {
  const attribute = (name: string): string | undefined => attributeOf(styles, tag, name)
  const [, list, item] = path
  if (list === 'fonts') readFont(tag, item, attribute, fonts)
  else if (list === 'fills') {
    if (item === undefined) fills.push(null)
    else if (tag.name === 'fgColor') fills[fills.length - 1] = colourOf(attribute('rgb'))
  } else if (list === 'borders') {
    if (item === undefined) borders.push(false)
    else if (attribute('style') !== undefined && attribute('style') !== 'none') borders[borders.length - 1] = true
  } else if (list === 'cellXfs') {
    if (item === undefined) looks.push({ ...(fonts[Number(attribute('fontId') ?? 0)] ?? { isBold: false, size: 11 }), fill: fills[Number(attribute('fillId') ?? 0)] ?? null, hasBorder: borders[Number(attribute('borderId') ?? 0)] ?? false, align: null, isWrapped: false })
    const look = looks.at(-1)
    if (tag.name === 'alignment' && look) Object.assign(look, { align: alignment(attribute('horizontal')), isWrapped: ['1', 'true'].includes(attribute('wrapText') ?? '') })
  }
}

function readFont(tag: XmlTag, item: string | undefined, attribute: (name: string) => string | undefined, fonts: Lists['fonts']): void {
  if (item === undefined) {
    fonts.push({ isBold: false, size: 11 })
    return
  }
  const font = fonts.at(-1)
  if (!font) return
  if (tag.name === 'b') font.isBold = !['0', 'false'].includes(attribute('val') ?? '1')
  const size = Number(attribute('val'))
  if (tag.name === 'sz' && size >= 1 && size <= 96) font.size = size
}

function colourOf(rgb: string | undefined): string | null {
  const six = rgb?.slice(-6) ?? ''
  return /^[0-9A-Fa-f]{6}$/.test(six) && six.toUpperCase() !== 'FFFFFF' ? six.toUpperCase() : null
}

function alignment(written: string | undefined): CellLook['align'] {
  if (written === 'center' || written === 'centerContinuous' || written === 'distributed') return 'center'
  return written === 'right' ? 'right' : written === 'left' ? 'left' : null
}
