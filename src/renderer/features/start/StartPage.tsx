import { Button } from 'antd'
import type { RegisterStatus } from '../../../shared/bridge/contract'
import { t } from '../../../shared/text/t'
import { failureText } from '../../bridge/failureText'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { NewRegisterForm } from './NewRegisterForm'
import { RestoreForm } from './RestoreForm'
import { UnopenedNotice } from './UnopenedNotice'
import { useNewRegister } from './useNewRegister'
import type { RegisterChoice } from './useRegisterChoice'
import { useRestore } from './useRestore'
import './start.css'

const steps = [
  { what: 'start.step1', why: 'start.step1Why' },
  { what: 'start.step2', why: 'start.step2Whole' },
  { what: 'start.step3', why: 'start.step3Why' },
  { what: 'start.step4', why: 'start.step4Why' },
] as const

interface Props {
  choice: RegisterChoice
  /** The register that was to be opened and could not be. */
  unopened: RegisterStatus['unopened']
  /** A register was made; with samples the import is to begin with them. */
  onMade(file: string, isSample: boolean): void
}

/** What a window without a register shows: one page to fill in, and what comes after it. */
export function StartPage({ choice, unopened, onMade }: Props) {
  const form = useNewRegister(onMade)
  const restore = useRestore(form.values.file)
  const error = form.making.error ?? form.sampling.error ?? restore.error ?? (unopened === null ? choice.error : null)
  return (
    <>
      <div className="page-head"><h1>{t('start.title')}</h1><span className="secondary">{t('start.once')}</span></div>
      {unopened === null ? null : <UnopenedNotice unopened={unopened} onRestore={restore.choose} />}
      {restore.secretHolder}
      {error === null ? null : <FailureBanner text={failureText(error)} />}
      <div className="start">
        <section>
          {restore.found === null ? (
            <>
              <h1>{t('start.whose')}</h1>
              <p className="secondary start-lead">{t('start.whoseHint')}</p>
              <NewRegisterForm form={form} choice={choice} onRestore={restore.choose} />
            </>
          ) : <RestoreForm restore={restore} found={restore.found} />}
        </section>
        <section className="start-next">
          <h1>{t('start.next')}</h1>
          <p className="secondary start-lead">{t('start.nextHint')}</p>
          <ol>
            {steps.map(({ what, why }, index) => (
              <li key={what}>
                <span className="start-number">{index + 1}</span>
                <div>
                  <h2>{t(what)}</h2>
                  <p className="secondary">{t(why)}</p>
                </div>
                {index === 0 ? <span className="start-tag">{t('start.first')}</span> : null}
              </li>
            ))}
          </ol>
          <div className="start-samples">
            <div>
              <h2>{t('start.samples')}</h2>
              <p className="secondary">{t('start.samplesHint')}</p>
            </div>
            <Button loading={form.sampling.isPending} disabled={form.values.file === ''} onClick={() => form.sampling.mutate()}>{t('start.openSamples')}</Button>
          </div>
          <p className="secondary start-offline">{t('start.offline')}</p>
        </section>
      </div>
    </>
  )
}
