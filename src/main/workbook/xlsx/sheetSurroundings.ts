import { Refusal } from '../../../shared/domain/result'
import { maxColumn, maxMerges } from '../limits'
import type { Merge, SheetTail } from '../types'
import { nameCode } from '../xml/xmlNames'
import type { XmlScanner } from '../xml/xmlScanner'
import { parseRange } from './cellReference'

const columnName = nameCode('col')
const mergeName = nameCode('mergeCell')
const autoFilterName = nameCode('autoFilter')
const hiddenAttribute = nameCode('hidden')
const widthAttribute = nameCode('width')
const minAttribute = nameCode('min')
const maxAttribute = nameCode('max')
const rangeAttribute = nameCode('ref')

/** In digits. */
const leastWidth = 0.5

/** What a worksheet part says around its rows: hidden columns before them, the filter and merged ranges behind. */
export class SheetSurroundings {
  private readonly merges: Merge[] = []
  private readonly hiddenColumns = new Set<number>()
  private hasAutoFilter = false

  note(name: number, xml: XmlScanner): void {
    if (name === mergeName) this.addMerge(xml)
    else if (name === columnName) this.addHiddenColumns(xml)
    else if (name === autoFilterName) this.hasAutoFilter = true
  }

  tail(): Omit<SheetTail, 'rows'> {
    return {
      merges: this.merges,
      autoFilter: this.hasAutoFilter,
      hiddenColumns: [...this.hiddenColumns].toSorted((a, b) => a - b),
    }
  }

  private addMerge(xml: XmlScanner): void {
    const merge = parseRange(xml.attribute(rangeAttribute) ?? '')
    if (!merge) throw new Refusal('damaged', undefined, { what: 'merge' })
    if (this.merges.length >= maxMerges) throw new Refusal('too_large', undefined, { what: 'merges' })
    this.merges.push(merge)
  }

  private addHiddenColumns(xml: XmlScanner): void {
    const hidden = xml.attribute(hiddenAttribute)
    const width = xml.attribute(widthAttribute)
    // What has no width, or less than a digit could be told in, shows nothing either, whatever it is called.
    if (hidden !== '1' && hidden !== 'true' && (width === undefined || !(Number(width) < leastWidth))) return
    const first = Math.max(1, Number(xml.attribute(minAttribute)))
    const last = Math.min(maxColumn, Number(xml.attribute(maxAttribute)))
    for (let column = first; column <= last; column++) this.hiddenColumns.add(column - 1)
  }
}
