import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ImportBatch, UndoPreview } from '../../../shared/bridge/imports'
import { hasText, t, textOf } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { EmptyState } from '../../components/feedback/EmptyState'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { useGiveBack } from './useGiveBack'

interface Props {
  /** Batch whose undo is looked at first. */
  initial: number | null
  onAgain(job: number): void
  onSaid(text: string): void
}

/** Every file that was taken in; each can be undone after a look at what that means, and taken in again. */
export function BatchesView({ initial, onAgain, onSaid }: Props) {
  const queries = useQueryClient()
  const [chosen, setChosen] = useState(initial)
  const { data } = useQuery({ queryKey: ['batches'], queryFn: () => callBridge('imports.batches', {}) })
  const undo = useMutation({
    mutationFn: (batch: number) => callBridge('imports.undo', { batch }),
    onSuccess: async (counts, batch) => {
      onSaid(t('imports.batch.undoneNow', { batch, ...counts }))
      setChosen(null)
      await queries.invalidateQueries()
    },
  })
  const again = useMutation({ mutationFn: (batch: number) => callBridge('imports.again', { batch }), onSuccess: ({ job }) => onAgain(job.job) })
  const { giveBack, error: giveBackError } = useGiveBack(onSaid)
  const batches = data?.batches ?? []
  const shown = batches.find(({ batch, state }) => batch === chosen && state === 'active')
  const error: unknown = undo.error ?? again.error ?? giveBackError
  return (
    <div className="import-body">
      <section className="import-centre">
        {error === null ? null : <FailureBanner text={failureText(error)} />}
        {data && batches.length === 0 ? <EmptyState text={t('imports.batch.empty')} /> : (
          <div className="import-scroll">
            <table className="batch-table">
              <thead>
                <tr>
                  <th className="number">{t('imports.batch.batch')}</th><th>{t('imports.batch.file')}</th><th>{t('imports.batch.kind')}</th><th>{t('imports.batch.at')}</th>
                  <th>{t('imports.batch.operator')}</th><th>{t('imports.batch.counts')}</th><th>{t('imports.batch.state')}</th><th />
                </tr>
              </thead>
              <tbody>{batches.map((batch) => <BatchRow key={batch.batch} batch={batch} isChosen={batch.batch === chosen} onUndo={() => setChosen(batch.batch)} onAgain={() => again.mutate(batch.batch)} onGiveBack={() => giveBack({ of: { batch: batch.batch }, file: batch.file })} />)}</tbody>
            </table>
          </div>
        )}
      </section>
      {shown ? <UndoPanel batch={shown} isBusy={undo.isPending} onUndo={() => undo.mutate(shown.batch)} onClose={() => setChosen(null)} /> : null}
    </div>
  )
}

function BatchRow({ batch, isChosen, onUndo, onAgain, onGiveBack }: { batch: ImportBatch; isChosen: boolean; onUndo(): void; onAgain(): void; onGiveBack(): void }) {
  const { rows, kind, state, corrects } = batch
  const out = (rows?.rejected ?? 0) + (rows?.review ?? 0)
  const kindKey = `kind.${kind}`
  return (
    <tr className={`${isChosen ? 'is-current' : ''}${state === 'undone' ? ' is-undone' : ''}`}>
      <td className="number">{batch.batch}</td>
      <td><span className="cut" title={batch.file}>{batch.file}</span></td>
      <td>{hasText(kindKey) ? textOf(kindKey) : kind}</td>
      <td>{new Date(batch.at).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' })}</td>
      <td>{batch.operator === '' ? '—' : batch.operator}</td>
      <td className="secondary">{rows === null ? '—' : t('imports.batch.countsText', { new: rows.new ?? 0, changed: rows.changed ?? 0, same: rows.same ?? 0, rejected: out })}{corrects === null ? '' : t('imports.batch.corrects', { batch: corrects })}</td>
      <td>{t(state === 'active' ? 'imports.batch.active' : 'imports.batch.undone')}</td>
      <td className="batch-tools">
        {state === 'active' ? <Button size="small" onClick={onUndo}>{t('imports.batch.undo')}</Button> : null}
        {out > 0 ? <Button size="small" type="text" onClick={onGiveBack}>{t('imports.batch.giveBack')}</Button> : null}
        <Button size="small" type="text" onClick={onAgain}>{t('imports.batch.again')}</Button>
      </td>
    </tr>
  )
}

function UndoPanel({ batch, isBusy, onUndo, onClose }: { batch: ImportBatch; isBusy: boolean; onUndo(): void; onClose(): void }) {
  const preview = useQuery({ queryKey: ['undoPreview', batch.batch], queryFn: () => callBridge('imports.undoPreview', { batch: batch.batch }), gcTime: 0 })
  const title = t('imports.batch.preview', { batch: batch.batch, file: batch.file })
  return (
    <aside className="import-side" aria-label={title}>
      <section><h2>{title}</h2></section>
      {preview.error === null ? null : <FailureBanner text={failureText(preview.error)} />}
      {preview.data ? <Reach preview={preview.data} /> : null}
      <section className="import-side-foot">
        <Button type="primary" danger loading={isBusy} disabled={!preview.data} onClick={onUndo}>{t('imports.batch.confirm')}</Button>
        <Button type="text" onClick={onClose}>{t('imports.cancel')}</Button>
      </section>
    </aside>
  )
}

function Reach({ preview }: { preview: UndoPreview }) {
  const { removed, reverted, kept, removedKeys, revertedKeys, keptKeys } = preview
  return (
    <>
      <KeyList title={t('imports.batch.removed', { count: removed })} why={t('imports.batch.removedWhy')} keys={removedKeys} total={removed} />
      <KeyList title={t('imports.batch.reverted', { count: reverted })} why={t('imports.batch.revertedWhy')} keys={revertedKeys} total={reverted} />
      <KeyList title={t('imports.batch.kept', { count: kept })} why={t('imports.batch.keptWhy')} keys={keptKeys} total={kept} />
    </>
  )
}

const shownKeys = 12

function KeyList({ title, why, keys, total }: { title: string; why: string; keys: readonly { kind: string; key: string; title: string }[]; total: number }) {
  const shown = keys.slice(0, shownKeys)
  return (
    <section>
      <h3>{title}</h3>
      {total === 0 ? null : <p className="secondary">{why}</p>}
      <ul className="key-list">{shown.map(({ kind, key, title: name }) => <li key={kind + key} className="cut" title={`${key}　${name}`}>{key}{name === '' ? null : <span className="secondary">　{name}</span>}</li>)}</ul>
      {total > shown.length ? <p className="secondary">{t('imports.batch.more', { count: total - shown.length })}</p> : null}
    </section>
  )
}
