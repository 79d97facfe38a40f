import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SettingsHistory } from '../../../shared/bridge/operations/settingsOperations'
import { t } from '../../../shared/text/t'
import { locale } from '../../../shared/text/language'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useAnnounce } from '../../components/feedback/announcement'
import { operatorText } from '../../components/values/operatorText'

const shownEntries = 20

type Entry = SettingsHistory['entries'][number]

/** Who changed which setting when, with what it was before; the last change of a setting can be taken back. */
export function HistorySection() {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const history = useQuery({ queryKey: ['settings.history'], queryFn: () => callBridge('settings.history', { limit: shownEntries }) })
  const takingBack = useMutation({
    mutationFn: (sequence: number) => callBridge('settings.takeBack', { sequence }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      announce({ text: t('settings.history.takenBack') })
    },
    onError: (error) => announce({ text: failureText(error), isFailure: true }),
  })
  const entries = history.data?.entries ?? []
  return (
    <section>
      <h2>{t('settings.history')}</h2>
      {entries.length === 0 ? <p className="secondary">{history.isPending ? '' : t('settings.history.none')}</p> : (
        <ul className="settings-history" aria-label={t('settings.history')}>
          {entries.map((entry) => <Line key={entry.sequence} entry={entry} isBusy={takingBack.isPending} onTakeBack={() => takingBack.mutate(entry.sequence)} />)}
        </ul>
      )}
    </section>
  )
}

function Line({ entry: { at, operator, changes, canTakeBack }, isBusy, onTakeBack }: { entry: Entry; isBusy: boolean; onTakeBack(): void }) {
  return (
    <li>
      <span className="secondary settings-history-at">{new Date(at).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' })}</span>
      <span className={operator === '' ? 'cut secondary' : 'cut'} title={operator}>{operatorText(operator)}</span>
      <span className="selectable">{changes.map((change) => <span key={change.what} className="cut settings-history-change" title={changeText(change)}>{changeText(change)}</span>)}</span>
      {canTakeBack ? <button type="button" className="plain link" disabled={isBusy} onClick={onTakeBack}>{t('settings.history.takeBack')}</button> : null}
    </li>
  )
}

function changeText({ what, before, after }: Entry['changes'][number]): string {
  const now = after ?? t('settings.history.unset')
  return before === null ? t('settings.history.set', { what, after: now }) : t('settings.history.change', { what, before, after: now })
}
