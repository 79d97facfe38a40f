import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { FrozenForm, PeriodForm, PeriodState } from '../../../../shared/bridge/periods'
import { messageOf } from '../../../../shared/text/failureText'
import { t } from '../../../../shared/text/t'
import { named } from '../../../../shared/text/named'
import { momentText } from '../../../components/values/momentText'
import { operatorText } from '../../../components/values/operatorText'
import type { useClosing } from './useClosing'

interface Props {
  state: PeriodState
  chosen: readonly string[]
  canChoose(form: PeriodForm): boolean
  onToggle(form: string): void
  onForm(form: FrozenForm['form']): void
  actions: ReturnType<typeof useClosing>
}

/** Every form of the period: chosen for freezing, or frozen, with what stands against it. */
export function PeriodForms({ state, chosen, canChoose, onToggle, onForm, actions }: Props) {
  const [asked, setAsked] = useState<string | null>(null)
  return (
    <div className="closing-forms">
      <table>
        <thead><tr><th /><th scope="col">{t('closing.form')}</th><th scope="col">{t('closing.state')}</th><th scope="col">{t('closing.note')}</th><th /></tr></thead>
        <tbody>
          {state.forms.map((form) => (
            <tr key={form.form}>
              <td>{canChoose(form) ? <Checkbox aria-label={t('closing.choose', { form: form.form })} checked={chosen.includes(form.form)} onChange={() => onToggle(form.form)} /> : null}</td>
              <td className="cut" title={named(form.label)}><span className="closing-code">{form.form}</span>{named(form.label)}</td>
              <td className={`closing-state is-${form.state}`}>{t(`closing.state.${form.state}`)}{form.frozen === null ? '' : `${t('punctuation.clause')}${t('closing.version', { version: form.frozen.version })}`}</td>
              <td className="closing-note" title={noteOf(form)}>{noteOf(form)}</td>
              <td className="closing-actions">
                {asked === form.form ? <ReopenForm period={state.period} form={form} actions={actions} onDone={() => setAsked(null)} /> : (
                  <>
                    {form.frozen === null ? null : <button type="button" className="plain link" onClick={() => onForm(form.form)}>{t('closing.look')}</button>}
                    {form.state === 'frozen' ? <button type="button" className="plain link" onClick={() => setAsked(form.form)}>{t('closing.reopen')}</button> : null}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function noteOf({ failed, problem, frozen }: PeriodForm): string {
  if (problem !== null) return messageOf({ ok: false, ...problem })
  if (failed.length > 0) return failed.map(named).join(t('punctuation.part'))
  if (frozen === null) return ''
  const { reopened, operator, frozenAt } = frozen
  return reopened === null ? t('closing.frozenBy', { operator: operatorText(operator), at: momentText(frozenAt) }) : t('closing.reopenedBy', { by: reopened.by, at: momentText(reopened.at), reason: reopened.reason })
}

/** Why it is reopened is kept with the name of who did it. */
function ReopenForm({ period, form: { form }, actions: { reopening }, onDone }: { period: string; form: PeriodForm; actions: Props['actions']; onDone(): void }) {
  const [reason, setReason] = useState('')
  const reopen = (): void => reopening.mutate({ period, form, reason: reason.trim() }, { onSuccess: onDone })
  return (
    <span className="closing-reopen">
      <Input autoFocus size="small" aria-label={t('closing.reopenReason')} placeholder={t('closing.reopenReason')} value={reason} onChange={(event) => setReason(event.target.value)} onPressEnter={() => { if (reason.trim() !== '') reopen() }} />
      <Button size="small" disabled={reason.trim() === ''} loading={reopening.isPending} onClick={reopen}>{t('closing.reopen')}</Button>
      <Button size="small" type="text" onClick={onDone}>{t('closing.cancel')}</Button>
    </span>
  )
}
