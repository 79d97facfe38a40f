import { nameCode } from '../xml/xmlNames'
import { XmlReader } from '../xml/xmlReader'
import { builtInDateLook, builtInPercents, dateLookOf, isPercentFormat, type DateLook } from './dateFormats'
import { isDisguise, shownPlaces, type ShownPlaces } from './disguise'

const cellFormatsName = nameCode('cellXfs')
const cellFormatName = nameCode('xf')
const ruleFormatsName = nameCode('dxfs')
const numberFormatName = nameCode('numFmt')
const formatIdAttribute = nameCode('numFmtId')
const formatCodeAttribute = nameCode('formatCode')

/** What the cell formats of a workbook, in their order, make of numbers. */
export interface NumberLooks {
  /** How each shows dates; null for one that does not. */
  dates: readonly (DateLook | null)[]
  /** Whether each shows percentages. */
  percents: readonly boolean[]
  /** Whether each shows another number than the cell's. */
  disguises: readonly boolean[]
  /** How many places behind the point each shows; null where that is not limited. */
  places: readonly (ShownPlaces | null)[]
}

/** Reads from the styles part what matters for values: how cell formats show them. */
export class NumberFormatReader extends XmlReader {
  private readonly custom = new Map<number, string>()
  private readonly formatIds: number[] = []
  private isInCellFormats = false
  /** Formats of rules count for themselves: their numbers may be those of other formats. */
  private isInRuleFormats = false

  result(): NumberLooks {
    const looks = new Map([...this.custom].map(([id, code]) => [id, dateLookOf(code)]))
    const disguised = new Set([...this.custom].filter(([, code]) => isDisguise(code)).map(([id]) => id))
    return {
      dates: this.formatIds.map((id) => (looks.has(id) ? (looks.get(id) ?? null) : builtInDateLook(id))),
      percents: this.formatIds.map((id) => isPercentFormat(this.custom.get(id) ?? '') || builtInPercents.has(id)),
      disguises: this.formatIds.map((id) => disguised.has(id)),
      places: this.formatIds.map((id) => shownPlaces(id, this.custom.get(id))),
    }
  }

  protected override onOpen(name: number): void {
    if (name === cellFormatsName) this.isInCellFormats = true
    else if (name === cellFormatName && this.isInCellFormats) this.formatIds.push(Number(this.xml.attribute(formatIdAttribute) ?? 0))
    else if (name === ruleFormatsName) this.isInRuleFormats = true
    else if (name === numberFormatName && !this.isInRuleFormats) {
      this.custom.set(Number(this.xml.attribute(formatIdAttribute)), this.xml.attribute(formatCodeAttribute) ?? '')
    }
  }

  protected override onClose(name: number): void {
    if (name === cellFormatsName) this.isInCellFormats = false
    else if (name === ruleFormatsName) this.isInRuleFormats = false
  }
}
