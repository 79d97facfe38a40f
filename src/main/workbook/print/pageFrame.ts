import type { Paper } from '../../../shared/domain/catalogue/printedLook'
import { fitPage, marginPt, paperPt } from '../write/sheet/pageFit'

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

/** Where a form is drawn on its pages: centred, as small as it is to be printed. */
export function frameOf(paper: Paper, formWidth: number, formHeight: number): PageFrame {
  const { width, height } = paperPt[paper]
  const { across, down, scale } = fitPage(paper, formWidth, formHeight)
  return {
    width, height, scale, left: marginPt('left') + (across - formWidth * scale) / 2, top: marginPt('top'), room: down / scale,
    footerMiddle: height - marginPt('footer') - footerHalfPt,
  }
}

const footerHalfPt = 6
