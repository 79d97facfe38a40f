import { fontFamily, palette } from '../palette'
import { init, type EChartsCoreOption } from './echartsModules'

/** What a picture says of itself, around its chart. */
export interface PictureWords { title: string; note: string }

/** Pixels of a picture before it is made `scale` times as fine: half a page of a document, or a slide. */
const size = { width: 960, chart: 460, head: 56, foot: 36, side: 20, scale: 2.5 }
const { light } = palette

/** Draws a chart with its title above and its source below, as a PNG in a data URL. */
export function drawPicture(option: EChartsCoreOption, { title, note }: PictureWords): string {
  const chart = drawChart(option)
  const canvas = document.createElement('canvas')
  canvas.width = size.width * size.scale
  canvas.height = (size.head + size.chart + size.foot) * size.scale
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas')
  pen.scale(size.scale, size.scale)
  pen.fillStyle = light.raised
  pen.fillRect(0, 0, size.width, size.head + size.chart + size.foot)
  pen.textBaseline = 'middle'
  pen.fillStyle = light.text
  pen.font = `600 20px ${fontFamily}`
  pen.fillText(fitted(pen, title), size.side, size.head / 2 + 4)
  pen.drawImage(chart, 0, size.head, size.width, size.chart)
  pen.fillStyle = light.text3
  pen.font = `12px ${fontFamily}`
  pen.fillText(fitted(pen, note), size.side, size.head + size.chart + size.foot / 2 - 2)
  return canvas.toDataURL('image/png')
}

function drawChart(option: EChartsCoreOption): HTMLCanvasElement {
  const box = document.createElement('div')
  const drawn = init(box, null, { width: size.width, height: size.chart, devicePixelRatio: size.scale })
  try {
    drawn.setOption({ ...option, animation: false })
    return drawn.renderToCanvas({ pixelRatio: size.scale })
  } finally {
    drawn.dispose()
  }
}

/** The text, cut at the edge of the picture. */
function fitted(pen: CanvasRenderingContext2D, text: string): string {
  const room = size.width - 2 * size.side
  if (pen.measureText(text).width <= room) return text
  const signs = [...text]
  while (signs.length > 0 && pen.measureText(`${signs.join('')}…`).width > room) signs.pop()
  return `${signs.join('')}…`
}
