import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'

interface Props {
  /** What the buttons do, in words. */
  previous: string
  next: string
  isFirst: boolean
  isLast: boolean
  onMove(step: -1 | 1): void
}

/** To the one before and the one after; at an end there is nothing to press. */
export function StepButtons({ previous, next, isFirst, isLast, onMove }: Props) {
  return (
    <>
      <Button type="text" size="small" icon={<LeftOutlined />} aria-label={previous} title={previous} disabled={isFirst} onClick={() => onMove(-1)} />
      <Button type="text" size="small" icon={<RightOutlined />} aria-label={next} title={next} disabled={isLast} onClick={() => onMove(1)} />
    </>
  )
}
