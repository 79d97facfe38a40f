import { useEffect, useImperativeHandle, useMemo, useRef, type Ref } from 'react'
import { palette } from '../palette'
import { useColorScheme } from '../useColorScheme'
import { lightColours, type ChartColours } from './chartColours'
import { drawPicture, type PictureWords } from './chartPicture'
import { init, type ECharts, type EChartsCoreOption } from './echartsModules'
import './charts.css'

/** A chart that can leave the window. */
export interface ChartHandle {
  /** The chart as a PNG for a document: in light colours, with its title and where the figures come from. A data URL. */
  picture(words: PictureWords): string
}

interface Props {
  /** What is drawn in which colours; a new function is another drawing. */
  draw(colours: ChartColours): EChartsCoreOption
  /** What the picture says, for those who do not see it; the figures themselves stand in the table beside. */
  label: string
  /** A bar, point or square was clicked: the index of its category. */
  onChoose?(index: number): void
  ref?: Ref<ChartHandle> | undefined
}

/** One drawing that fills its box and follows its size. */
export function Chart({ draw, label, onChoose, ref }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts | null>(null)
  const colours = palette[useColorScheme()]
  const option = useMemo(() => draw(colours), [draw, colours])
  useImperativeHandle(ref, () => ({ picture: (words) => drawPicture(draw(lightColours), words) }), [draw])

  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const drawn = init(element)
    chart.current = drawn
    const observer = new ResizeObserver(() => drawn.resize())
    observer.observe(element)
    return () => {
      observer.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true })
  }, [option])

  useEffect(() => {
    const drawn = chart.current
    const choose = ({ dataIndex }: { dataIndex?: number }): void => { if (dataIndex !== undefined) onChoose?.(dataIndex) }
    drawn?.on('click', choose)
    return () => { drawn?.off('click', choose) }
  }, [onChoose])

  return <div ref={box} className="chart" role="img" aria-label={label} />
}
