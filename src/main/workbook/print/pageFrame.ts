import type { Paper } from '../../../shared/domain/catalogue/printedLook'
import { pageMargins } from '../write/sheet/sheetParts'

/** A landscape page: its size in points, and how a form lies on it. */
export interface PageFrame {
  width: number
  height: number
  /** Corner from which the form is drawn. */
  left: number
  top: number
  /** How much smaller than its full size. */
  scale: number
  /** Height for rows, in points of the form's full size. */
  room: number
  /** Middle of the line with the page's number. */
  footerMiddle: number
}

const pointsAnInch = 72
const paperPt: Readonly<Record<Paper, { width: number; height: number }>> = { A4: { width: 841.89, height: 595.28 }, A3: { width: 1190.55, height: 841.89 } }
/** A form a little too long is drawn smaller, so that nobody signs on an empty second page. */
const mostShrinking = 0.78

/** One page wide and centred, never larger than life; smaller still where all of it then fits on one page. */
export function frameOf(paper: Paper, formWidth: number, formHeight: number): PageFrame {
  const { width, height } = paperPt[paper]
  const across = width - inches('left') - inches('right')
  const down = height - inches('top') - inches('bottom')
  const wide = Math.min(1, across / formWidth)
  const whole = down / formHeight
  const scale = whole < wide && whole >= wide * mostShrinking ? whole : wide
  return {
    width, height, scale, left: inches('left') + (across - formWidth * scale) / 2, top: inches('top'), room: down / scale,
    footerMiddle: height - inches('footer') - footerHalfPt,
  }
}

const footerHalfPt = 6

function inches(side: keyof typeof pageMargins): number {
  return pageMargins[side] * pointsAnInch
}
