import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { ClosingOptions, FrozenForm, RestatementView } from '../../../../shared/bridge/periods'
import { t } from '../../../../shared/text/t'
import { named } from '../../../../shared/text/named'
import { callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { FailureBanner } from '../../../components/feedback/FailureBanner'
import { momentText } from '../../../components/values/momentText'
import { operatorText } from '../../../components/values/operatorText'
import { RestatedRecords } from './RestatedRecords'
import { useClosing } from './useClosing'

/** One frozen form: what it was, what would be printed otherwise today, which records did it, and the correction. */
export function RestatementPage({ period, options, form, onBack }: { period: string; options: ClosingOptions; form: FrozenForm['form']; onBack(): void }) {
  const [version, setVersion] = useState<number | null>(null)
  const asked = useQuery({
    queryKey: ['periods.restatement', period, form, version], queryFn: () => callBridge('periods.restatement', { period, form, ...(version === null ? {} : { version }) }), placeholderData: keepPreviousData,
  })
  const newest = useQuery({ queryKey: ['periods.restatement', period, form, null], queryFn: () => callBridge('periods.restatement', { period, form }) }).data?.frozen.version ?? 1
  if (asked.isError) return <FailureBanner text={failureText(asked.error)} />
  if (asked.data === undefined) return <div className="closing-skeleton secondary" aria-busy="true">{t('closing.looking')}</div>
  return <Restated period={period} options={options} view={asked.data} newest={newest} onVersion={setVersion} onBack={onBack} />
}

interface RestatedProps { period: string; options: ClosingOptions; view: RestatementView; newest: number; onVersion(version: number): void; onBack(): void }

function Restated({ period, options, view, newest, onVersion, onBack }: RestatedProps) {
  const { frozen, counts, records, numbers, byRule } = view
  const { saving } = useClosing()
  return (
    <>
      <header className="closing-head">
        <button type="button" className="plain link" onClick={onBack}>{period}</button>
        <h2 className="cut" title={named(frozen.label)}>{frozen.form}　{named(frozen.label)}</h2>
        <Select aria-label={t('closing.version', { version: frozen.version })} size="small" value={frozen.version} onChange={onVersion} options={Array.from({ length: newest }, (_, at) => ({ value: newest - at, label: t('closing.version', { version: newest - at }) }))} />
        {frozen.reopened === null ? null : <span className="closing-mark is-open">{t('closing.reopened')}</span>}
        <Button className="page-action" loading={saving.isPending} onClick={() => saving.mutate({ period, form: frozen.form, version: frozen.version, fileName: frozen.fileName })}>{t('closing.save')}</Button>
      </header>
      <Facts frozen={frozen} />
      <div className="closing-columns">
        <section className="closing-numbers">
          <h3>{t('closing.numbers')}<span className="secondary">{t('closing.numbersNote')}</span></h3>
          <Numbers numbers={numbers} />
          {byRule.length === 0 ? null : <><h3>{t('closing.byRule')}<span className="secondary">{t('closing.byRuleNote')}</span></h3><Numbers numbers={byRule} /></>}
        </section>
        <section className="closing-records">
          <h3>{t('closing.records')}<span className="secondary">{t('closing.recordCounts', counts)}</span></h3>
          <RestatedRecords records={records} counts={counts} />
          {frozen.version === newest ? <Correction period={period} options={options} frozen={frozen} /> : null}
        </section>
      </div>
    </>
  )
}

function Facts({ frozen: { frozenAt, operator, fileName, sha256, reason, reopened } }: { frozen: FrozenForm }) {
  const facts: (readonly [string, string])[] = [
    [t('closing.frozenAt'), momentText(frozenAt)], [t('closing.operator'), operatorText(operator)], [t('closing.file'), fileName], [t('closing.checksum'), sha256.slice(0, 12)],
    ...(reason === null ? [] : [[t('closing.why'), reason] as const]),
    ...(reopened === null ? [] : [[t('closing.reopened'), t('closing.reopenedBy', { by: reopened.by, at: momentText(reopened.at), reason: reopened.reason })] as const]),
  ]
  return <dl className="closing-facts selectable">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd className="cut" title={value}>{value}</dd></div>)}</dl>
}

function Numbers({ numbers }: Pick<RestatementView, 'numbers'>) {
  if (numbers.length === 0) return <p className="secondary closing-none">{t('closing.noNumbers')}</p>
  return (
    <table>
      <thead><tr>{(['row', 'column', 'before', 'after', 'change'] as const).map((column) => <th key={column} scope="col">{t(`closing.${column}`)}</th>)}</tr></thead>
      <tbody>
        {numbers.map(({ row, column, before, after, change }) => (
          <tr key={`${row} ${column}`}>
            <th scope="row">{row}</th><td className="closing-note" title={column}>{column}</td><td className="number was">{before}</td><td className="number">{after}</td>
            <td className={`number ${/^[−▼]/u.test(change) ? 'is-down' : 'is-up'}`}>{change}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A new version beside this one, with the reason in both. */
function Correction({ period, options, frozen: { form, reopened } }: { period: string; options: ClosingOptions; frozen: FrozenForm }) {
  const [reason, setReason] = useState('')
  const { correcting } = useClosing()
  const correct = (): void => correcting.mutate({ period, options, form, reason: reason.trim(), isFrozen: reopened === null }, { onSuccess: () => setReason('') })
  return (
    <form className="closing-correction" onSubmit={(event) => { event.preventDefault(); correct() }}>
      <h3>{t('closing.correctionReason')}<span className="secondary">{t('closing.correctionNote')}</span></h3>
      <Input aria-label={t('closing.correctionReason')} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Button htmlType="submit" type="primary" disabled={reason.trim() === ''} loading={correcting.isPending}>{t('closing.correct')}</Button>
    </form>
  )
}
