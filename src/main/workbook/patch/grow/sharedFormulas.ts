import { escapeXml } from '../../write/package/xmlText'
import { mapSheet, type SheetCell } from '../sheetCells'
import { spliced, type Replacement } from '../splice'
import { attributeOf, resolveReferences, tagsOf, withAttribute, type XmlTag } from '../../xml/xmlTags'
import { copyFormula } from './formulaRows'

interface Master { text: string; row: number; column: number }

/**
 * A worksheet part in which every cell that shares another's formula has it written out: only so can rows be put between
 * them. The first cell of a group may stand behind others of it.
 */
export function withoutSharedFormulas(xml: string): string {
  if (!xml.includes('shared')) return xml
  return spliced(xml, formulaTexts(xml, mapSheet(xml).rows.flatMap((row) => row.cells)).flatMap(({ formula, isShared, text }): Replacement[] => (
    isShared ? [{ start: formula.tag.start, end: formula.end, text: written(xml, formula.tag, text) }] : []
  )))
}

interface FormulaText {
  cell: SheetCell
  formula: FormulaElement
  /** Whether the text is that of a group, found. */
  isShared: boolean
  /** As it would be written in the cell itself. */
  text: string
}

/** The formulas of cells as they are meant, also where only another cell of their group says it. */
export function formulaTexts(xml: string, cells: readonly SheetCell[]): FormulaText[] {
  const masters = new Map<string, Master>()
  const found = cells.filter(({ hasFormula }) => hasFormula).flatMap((cell) => {
    const formula = formulaOf(xml, cell)
    if (formula === null) return []
    const group = attributeOf(xml, formula.tag, 't') === 'shared' ? (attributeOf(xml, formula.tag, 'si') ?? '') : null
    if (group !== null && formula.text !== '') masters.set(group, { text: formula.text, row: cell.row, column: cell.column })
    return [{ cell, formula, group }]
  })
  return found.map(({ cell, formula, group }) => {
    const master = group === null ? undefined : masters.get(group)
    return { cell, formula, isShared: master !== undefined, text: master === undefined ? formula.text : copyFormula(master.text, cell.row - master.row, cell.column - master.column) }
  })
}

interface FormulaElement { tag: XmlTag; text: string; end: number }

/** The formula of a cell as it stands in the sheet; null for none. */
export function formulaOf(xml: string, { start, end }: Pick<SheetCell, 'start' | 'end'>): FormulaElement | null {
  let opened: XmlTag | null = null
  for (const tag of tagsOf(xml, start)) {
    if (tag.start >= end) return null
    if (tag.name !== 'f') continue
    if (tag.kind === 'empty') return { tag, text: '', end: tag.end }
    if (tag.kind === 'close' && opened) return { tag: opened, text: resolveReferences(xml.slice(opened.end, tag.start)), end: tag.end }
    opened = tag
  }
  return null
}

function written(xml: string, tag: XmlTag, formula: string): string {
  const own = ['t', 'ref', 'si'].reduce((text, name) => withAttribute(text, name, null), xml.slice(tag.start, tag.end))
  return `${own.replace(/\s*\/?>$/, '')}>${escapeXml(formula)}</${tag.prefix}f>`
}
