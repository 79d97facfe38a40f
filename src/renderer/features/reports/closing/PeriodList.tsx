import { useQuery } from '@tanstack/react-query'
import type { ClosedPeriods, ClosingOptions, FrozenForm } from '../../../../shared/bridge/periods'
import { t } from '../../../../shared/text/t'
import { named } from '../../../../shared/text/named'
import { callBridge } from '../../../bridge/bridgeClient'
import { usePeriodState } from './usePeriodState'

/** A period, or one of its forms; null is the period of the page. */
export interface ClosingPlace { period: string | null; form: FrozenForm['form'] | null }

interface Props {
  current: string
  options: ClosingOptions
  place: ClosingPlace
  closed: ClosedPeriods['periods'] | null
  onGo(place: ClosingPlace): void
}

/** The period of the page above, then every period with frozen forms. */
export function PeriodList({ current, options, place, closed, onGo }: Props) {
  const isClosed = closed?.some(({ period }) => period === current) ?? false
  const { data } = usePeriodState(current, options, closed !== null && !isClosed)
  return (
    <nav className="closing-periods" aria-label={t('closing.title')}>
      {isClosed ? null : <PeriodHead text={data?.title ?? current} state={t('closing.current')} isCurrent={place.period === current && place.form === null} onPress={() => onGo({ period: current, form: null })} />}
      {closed?.length === 0 ? <p className="secondary closing-none">{t('closing.noClosed')}</p> : null}
      {closed?.map(({ period, title, isSubmitted, isArchived, forms }) => (
        <section key={period}>
          <PeriodHead
            text={title} state={t(isArchived ? 'closing.archived' : isSubmitted ? 'closing.submitted' : 'closing.notSubmitted')}
            isCurrent={place.period === period && place.form === null} onPress={() => onGo({ period, form: null })}
          />
          <ul>
            {forms.map((form) => (
              <li key={form.form}>
                <button type="button" className="plain closing-form" aria-current={place.period === period && place.form === form.form} onClick={() => onGo({ period, form: form.form })}>
                  <span className="closing-code">{form.form}</span>
                  <span className="cut" title={named(form.label)}>{named(form.label)}</span>
                  <FormMark period={period} form={form} isOpen={place.period === period} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

function PeriodHead({ text, state, isCurrent, onPress }: { text: string; state: string; isCurrent: boolean; onPress(): void }) {
  return (
    <button type="button" className="plain closing-period" aria-current={isCurrent} onClick={onPress}>
      <span className="cut">{text}</span>
      <span className="secondary">{state}</span>
    </button>
  )
}

/** Whether a number of the form would be another one today: it is filled again for that, so only where its period is open. */
function FormMark({ period, form: { form, reopened }, isOpen }: { period: string; form: FrozenForm; isOpen: boolean }) {
  const asked = useQuery({ queryKey: ['periods.changed', period, form], queryFn: () => callBridge('periods.changed', { period, form }), enabled: isOpen && reopened === null })
  if (reopened !== null) return <span className="closing-mark is-open">{t('closing.reopened')}</span>
  if (!isOpen) return null
  if (asked.data === undefined) return <span className="closing-mark secondary">{asked.isError ? '' : t('closing.looking')}</span>
  const { isChanged } = asked.data
  return <span className={`closing-mark ${isChanged ? 'is-changed' : 'secondary'}`}>{t(isChanged ? 'closing.changed' : 'closing.same')}</span>
}
