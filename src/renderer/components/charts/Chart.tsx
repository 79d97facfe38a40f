import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
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
  const [chart, setChart] = useState<ECharts | null>(null)
  const colours = palette[useColorScheme()]
  const option = useMemo(() => draw(colours), [draw, colours])
  useImperativeHandle(ref, () => ({ picture: (words) => drawPicture(draw(lightColours), words) }), [draw])

  // Made in a task of its own and drawn in the next: the page around it has taken the one before.
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    let made: ECharts | null = null
    const observer = new ResizeObserver(() => made?.resize())
    const making = setTimeout(() => {
      made = init(element)
      observer.observe(element)
      setChart(made)
    })
    return () => {
      clearTimeout(making)
      observer.disconnect()
      made?.dispose()
      setChart(null)
    }
  }, [])

  useEffect(() => {
    chart?.setOption(option, { notMerge: true })
  }, [chart, option])

  useEffect(() => {
    const choose = ({ dataIndex }: { dataIndex?: number }): void => { if (dataIndex !== undefined) onChoose?.(dataIndex) }
    chart?.on('click', choose)
    return () => { chart?.off('click', choose) }
  }, [chart, onChoose])

  return <div ref={box} className="chart" role="img" aria-label={label} />
}
