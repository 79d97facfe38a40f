import { useEffect, useRef } from 'react'
import { init, type ECharts, type EChartsCoreOption } from './echartsModules'
import './charts.css'

interface Props {
  option: EChartsCoreOption
  /** What the picture says, for those who do not see it; the figures themselves stand in the table beside. */
  label: string
  /** A bar or point was clicked: the index of its category. */
  onChoose?(index: number): void
}

/** One drawing that fills its box and follows its size. */
export function Chart({ option, label, onChoose }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts | null>(null)

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
