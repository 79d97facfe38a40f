import type { Paper } from '../../../../shared/domain/catalogue/printedLook'
import { pageMargins } from './sheetParts'

/** What a page has room for, in points, and how much smaller a form is printed on it than its full size. */
export interface PageFit {
  across: number
  down: number
  scale: number
  isOnePage: boolean
}

/** One digit of the body's face, which column widths count in; a spreadsheet prints it as wide. */
export const digitPt = 6
const pointsAnInch = 72
export const paperPt: Readonly<Record<Paper, { width: number; height: number }>> = { A4: { width: 841.89, height: 595.28 }, A3: { width: 1190.55, height: 841.89 } }
/** A form a little too long is printed smaller, so that nobody signs on an empty second page and no total stands alone there. */
const mostShrinking = 0.78
/** A form whose letters can still be read, seven points high, may be shrunk further. */
const legibleScale = 0.66

/** One page wide, never larger than life; smaller still where all of it then fits on one page. */
export function fitPage(paper: Paper, formWidth: number, formHeight: number): PageFit {
  const { width, height } = paperPt[paper]
  const across = width - marginPt('left') - marginPt('right')
  const down = height - marginPt('top') - marginPt('bottom')
  const wide = Math.min(1, across / formWidth)
  const whole = down / formHeight
  const isShrunk = whole < wide && whole >= Math.min(wide * mostShrinking, legibleScale)
  return { across, down, scale: isShrunk ? whole : wide, isOnePage: isShrunk || whole >= wide }
}

/** A list of very many columns is printed over several pages rather than in letters under five points. */
const leastOfLists = 0.45

/** How many pages across a list of this width takes. */
export function pagesAcross(paper: Paper, listWidth: number): number {
  const across = paperPt[paper].width - marginPt('left') - marginPt('right')
  return Math.max(1, Math.ceil((listWidth * leastOfLists) / across))
}

/** White at a side of the page, in points. */
export function marginPt(side: keyof typeof pageMargins): number {
  return pageMargins[side] * pointsAnInch
}
