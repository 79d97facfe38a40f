import { Button } from 'antd'
import { t } from '../../../shared/text/t'
import { failureText } from '../../bridge/failureText'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import type { RegisterChoice } from './useRegisterChoice'
import './start.css'

const steps = [
  { what: t('start.step1'), why: t('start.step1Why') },
  { what: t('start.step2'), why: t('start.step2Why') },
  { what: t('start.step3'), why: t('start.step3Why') },
  { what: t('start.step4'), why: t('start.step4Why') },
]

/** What a window without a register shows. */
export function StartPage({ choice }: { choice: RegisterChoice }) {
  return (
    <>
      <div className="page-head"><h1>{t('start.title')}</h1></div>
      {choice.error === null ? null : <FailureBanner text={failureText(choice.error)} />}
      <div className="start">
        <section>
          <p className="secondary">{t('start.hint')}</p>
          <div className="start-actions">
            <Button type="primary" loading={choice.isBusy} onClick={() => choice.choose(true)}>{t('start.create')}</Button>
            <Button disabled={choice.isBusy} onClick={() => choice.choose(false)}>{t('start.open')}</Button>
          </div>
        </section>
        <section className="start-next">
          <h1>{t('start.next')}</h1>
          <ol>
            {steps.map(({ what, why }, index) => (
              <li key={what}>
                <span className="start-number">{index + 1}</span>
                <div>
                  <h2>{what}</h2>
                  <p className="secondary">{why}</p>
                </div>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </>
  )
}
