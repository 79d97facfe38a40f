import { dateSerialOf } from '../../../shared/domain/dates/dateSerial'
import { attributeOf, tagsOf } from '../xml/xmlTags'
import type { CellValue, ShareValue } from '../forms/formValues'
import { builtInDateLook, builtInPercents, dateLookOf, isPercentFormat } from '../xlsx/dateFormats'
import type { TemplatePackage } from './templatePackage'

/** A format that only writes % behind the number (`0.0"%"`) is made for numbers in percent, one that multiplies for fractions. */
type MadeFor = 'days' | 'text' | 'numbers' | 'fractions' | 'percents'

/** What the cell formats of a workbook are made for. */
export interface CellFormats {
  /** @param style  of a cell as the sheet writes it; undefined for one without */
  madeFor(style: string | undefined): MadeFor
  /** Whether days are counted from 1904. */
  base1904: boolean
}

export const plainFormats: CellFormats = { madeFor: () => 'numbers', base1904: false }

const textFormat = 49

/** @throws Refusal damaged, too_large */
export async function readCellFormats(template: TemplatePackage): Promise<CellFormats> {
  const workbook = await template.text(template.workbook)
  const properties = [...tagsOf(workbook)].find(({ name }) => name === 'workbookPr')
  const counts = properties === undefined ? undefined : attributeOf(workbook, properties, 'date1904')
  const made = template.styles === null ? [] : readMadeFor(await template.text(template.styles))
  return { madeFor: (style) => made[Number(style ?? 0)] ?? 'numbers', base1904: ['1', 'true', 'on'].includes(counts ?? '') }
}

function readMadeFor(styles: string): MadeFor[] {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let isInCells = false
  for (const tag of tagsOf(styles)) {
    // Formats of rules count for themselves: their numbers may be those of other formats.
    if (tag.name === 'dxfs') break
    if (tag.name === 'cellXfs') isInCells = tag.kind === 'open'
    else if (tag.kind === 'close') continue
    else if (tag.name === 'numFmt') codes.set(Number(attributeOf(styles, tag, 'numFmtId')), attributeOf(styles, tag, 'formatCode') ?? '')
    else if (tag.name === 'xf' && isInCells) ids.push(Number(attributeOf(styles, tag, 'numFmtId') ?? 0))
  }
  return ids.map((id) => madeForFormat(id, codes.get(id)))
}

function madeForFormat(id: number, code: string | undefined): MadeFor {
  if (id === textFormat || code?.trim() === '@') return 'text'
  if (code === undefined ? builtInPercents.has(id) : isPercentFormat(code)) return 'fractions'
  if (code?.includes('%')) return 'percents'
  return (code === undefined ? builtInDateLook(id) : dateLookOf(code)) === null ? 'numbers' : 'days'
}

/** Days between the zeros of the two date systems. */
const days1904 = 1_462

/** What a cell of a style holds of a value. */
export function heldValue(value: CellValue, style: string | undefined, { madeFor, base1904 }: CellFormats): string | number | null {
  if (value === null || typeof value !== 'object') return value
  if ('share' in value) return heldShare(value, madeFor(style))
  const serial = madeFor(style) === 'days' ? dateSerialOf(value.day) : undefined
  const counted = serial === undefined || !base1904 ? serial : serial - days1904
  return counted === undefined || counted < 0 ? value.day : counted
}

function heldShare({ share, printed, isInPercent }: ShareValue, made: MadeFor): string | number {
  if (made === 'text') return printed
  const isPercent = made === 'percents' || (made === 'numbers' && isInPercent === true)
  return isPercent ? Number((share * 100).toFixed(6)) : share
}
