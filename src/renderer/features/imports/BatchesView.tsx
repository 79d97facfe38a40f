import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ImportBatch } from '../../../shared/bridge/imports'
import { hasText, t, textOf } from '../../../shared/text/t'
import { callBridge, isCancelled } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { EmptyState } from '../../components/feedback/EmptyState'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { momentText } from '../../components/values/momentText'
import { RedoPanel } from './batches/RedoPanel'
import { UndoPanel } from './batches/UndoPanel'
import { useGiveBack } from './useGiveBack'

interface Props {
  /** Batch whose undo is looked at first. */
  initial: number | null
  /** Opens a batch as a document. */
  onOpen(batch: number): void
  onAgain(job: number): void
  onSaid(text: string): void
}

/** Every file that was taken in; each opens as a document, can be undone and redone after a look at what that means, and taken in again. */
export function BatchesView({ initial, onOpen, onAgain, onSaid }: Props) {
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
  const redo = useMutation({
    mutationFn: ({ batch, password }: { batch: number; password: string | undefined }) => callBridge('batches.redo', { batch, ...(password === undefined ? {} : { password }) }),
    onSuccess: async ({ restored, changed, kept }, { batch }) => {
      onSaid(t('batch.redoneNow', { batch, restored, changed, kept }))
      setChosen(null)
      await queries.invalidateQueries()
    },
  })
  const again = useMutation({ mutationFn: (batch: number) => callBridge('imports.again', { batch }), onSuccess: ({ job }) => onAgain(job.job) })
  const { giveBack, error: giveBackError } = useGiveBack(onSaid)
  const batches = data?.batches ?? []
  const shown = batches.find(({ batch }) => batch === chosen)
  const error: unknown = [undo.error, redo.error, again.error].find((failure) => failure !== null && !isCancelled(failure)) ?? giveBackError
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
              <tbody>{batches.map((batch) => <BatchRow key={batch.batch} batch={batch} isChosen={batch.batch === chosen} onOpen={() => onOpen(batch.batch)} onUndo={() => setChosen(batch.batch)} onAgain={() => again.mutate(batch.batch)} onGiveBack={() => giveBack({ of: { batch: batch.batch }, file: batch.file })} />)}</tbody>
            </table>
          </div>
        )}
      </section>
      {shown === undefined ? null : shown.state === 'active' ? (
        <UndoPanel batch={shown} isBusy={undo.isPending} onUndo={() => undo.mutate(shown.batch)} onClose={() => setChosen(null)} />
      ) : (
        <RedoPanel key={shown.batch} batch={shown} isBusy={redo.isPending} onRedo={(password) => redo.mutate({ batch: shown.batch, password })} onClose={() => setChosen(null)} />
      )}
    </div>
  )
}

function BatchRow({ batch, isChosen, onOpen, onUndo, onAgain, onGiveBack }: { batch: ImportBatch; isChosen: boolean; onOpen(): void; onUndo(): void; onAgain(): void; onGiveBack(): void }) {
  const { rows, kind, state, corrects } = batch
  const kindKey = `kind.${kind}`
  const kindName = hasText(kindKey) ? textOf(kindKey) : kind
  const review = rows?.review ?? 0
  const counts = `${rows === null ? '—' : t('imports.batch.countsText', { new: rows.new ?? 0, changed: rows.changed ?? 0, same: rows.same ?? 0, rejected: rows.rejected ?? 0 })}${review > 0 ? t('imports.result.leftOpen', { count: review }) : ''}${corrects === null ? '' : t('imports.batch.corrects', { batch: corrects })}`
  return (
    <tr className={`${isChosen ? 'is-current' : ''}${state === 'undone' ? ' is-undone' : ''}`}>
      <td className="number">{batch.batch}</td>
      <td><button type="button" className="plain link cut" title={`${batch.file}\n${t('batch.open')}`} onClick={onOpen}>{batch.file}</button></td>
      <td title={kindName}>{kindName}</td>
      <td>{momentText(batch.at)}</td>
      <td>{batch.operator === '' ? '—' : batch.operator}</td>
      <td className="secondary" title={counts}>{counts}</td>
      <td>{t(state === 'active' ? 'imports.batch.active' : 'imports.batch.undone')}</td>
      <td className="batch-tools">
        <Button size="small" onClick={onUndo}>{t(state === 'active' ? 'imports.batch.undo' : 'batch.redo')}</Button>
        {(rows?.rejected ?? 0) + review > 0 ? <Button size="small" type="text" onClick={onGiveBack}>{t('imports.batch.giveBack')}</Button> : null}
        <Button size="small" type="text" onClick={onAgain}>{t('imports.batch.again')}</Button>
      </td>
    </tr>
  )
}
