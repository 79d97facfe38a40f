import { Button } from 'antd'
import { t } from '../../../shared/text/t'
import { ModalDialog } from '../feedback/ModalDialog'
import { FailureBanner } from '../feedback/FailureBanner'
import { momentText } from '../values/momentText'
import './compare.css'

/** What somebody said is not one, with who said so and when (epoch milliseconds). */
export interface ToldLine {
  text: string
  backLabel: string
  at: number
  operator: string
  takeBack(): void
}

interface Props {
  title: string
  /** Said where nothing was told apart. */
  none: string
  /** null while they are being read. */
  lines: readonly ToldLine[] | null
  /** How many more there are, in words. */
  more: string | null
  failure: string | null
  isBusy: boolean
  onClose(): void
}

/** Everything that was told apart, each with the way to take it back. */
export function ToldApart({ title, none, lines, more, failure, isBusy, onClose }: Props) {
  return (
    <ModalDialog className="told-apart" title={title} onLeave={onClose}>
      {failure === null ? null : <FailureBanner text={failure} />}
      {lines?.length === 0 ? <p className="secondary">{none}</p> : null}
      <ul>
        {(lines ?? []).map(({ text, backLabel, at, operator, takeBack }) => (
          <li key={text}>
            <span className="selectable">{text}</span>
            <span className="secondary">{[operator, momentText(at)].filter((part) => part !== '').join(t('punctuation.clause'))}</span>
            <Button size="small" type="text" disabled={isBusy} aria-label={backLabel} onClick={takeBack}>{t('units.apartBack')}</Button>
          </li>
        ))}
      </ul>
      {more === null ? null : <p className="secondary">{more}</p>}
      <div className="question-answers"><Button onClick={onClose}>{t('units.apartClose')}</Button></div>
    </ModalDialog>
  )
}
