import { Button } from 'antd'
import type { Workbench } from '../../../shared/bridge/workbench'
import { t } from '../../../shared/text/t'
import { useIsEmptyRegister } from '../../bridge/useIsEmptyRegister'
import { useGoTo } from '../../components/navigation'
import { recordDestination } from '../../components/records/recordRoute'
import { printFigure } from '../../components/values/printFigure'
import { lateMomentText } from '../../components/values/lateMomentText'
import type { OpenList } from './openList'

/** Rows of imported files that wait for an answer; each file opens where its questions are. */
export function Questions({ page: { questions, questionCount } }: { page: Workbench }) {
  const goTo = useGoTo()
  const answer = (batch: number): void => goTo({ route: 'imports', original: { batch, sheet: null, row: null } })
  const [first] = questions
  return (
    <section>
      <header>
        <h2>{t('workbench.questions')}</h2>
        <span className="secondary">{questionCount === 0 ? '' : t('workbench.questions.count', { count: printFigure(questionCount) })}</span>
        {first === undefined ? null : <Button type="link" size="small" onClick={() => answer(first.batch)}>{t('workbench.questions.answer')}</Button>}
      </header>
      {questions.length === 0 ? <p className="workbench-none secondary">{t('workbench.questions.none')}</p> : (
        <ul className="workbench-lines">
          {questions.map(({ batch, file, rows }) => (
            <li key={batch}>
              <button type="button" className="plain link cut" title={file} onClick={() => answer(batch)}>{file}</button>
              <span className="workbench-count">{t('workbench.questions.count', { count: printFigure(rows) })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Records to come back to, the earliest day first; each opens. */
export function Notes({ notes }: Pick<Workbench, 'notes'>) {
  const goTo = useGoTo()
  return (
    <section>
      <header><h2>{t('workbench.notes')}</h2></header>
      {notes.length === 0 ? <p className="workbench-none secondary">{t('workbench.notes.none')}</p> : (
        <ul className="workbench-lines">
          {notes.map(({ kind, id, key, text, followUpOn }) => (
            <li key={`${kind} ${id}`}>
              <button type="button" className="plain link cut" title={`${key}　${text}`} onClick={() => goTo(recordDestination(kind, { key }))}>{`${key}　${text}`}</button>
              <span className="workbench-count">{followUpOn ?? '—'}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export function RecentImports({ page: { imports, importCount }, onImports, onChanges }: { page: Workbench; onImports(): void; onChanges(): void }) {
  return (
    <section>
      <header>
        <h2>{t('workbench.imports')}</h2>
        <Button type="link" size="small" onClick={onChanges}>{t('changes.title')}</Button>
        {importCount === 0 ? null : <Button type="link" size="small" onClick={onImports}>{t('workbench.imports.all', { count: printFigure(importCount) })}</Button>}
      </header>
      {imports.length === 0 ? <p className="workbench-none secondary">{t('workbench.imports.none')}</p> : (
        <ul className="workbench-imports">
          {imports.map(({ batch, file, at, state, rows }) => (
            <li key={batch}>
              <span className="cut" title={file}>{file}</span>
              <span className="secondary">{lateMomentText(at)}</span>
              <p className="secondary">
                {t('workbench.imports.rows', { new: printFigure(rows.new), changed: printFigure(rows.changed), same: printFigure(rows.same) })}
                {rows.review === 0 ? null : <span className="is-waiting">{t('workbench.imports.review', { count: rows.review })}</span>}
                {rows.rejected === 0 ? null : <span className="is-waiting">{t('workbench.imports.rejected', { count: rows.rejected })}</span>}
                {state === 'undone' ? <span>{t('workbench.imports.undone')}</span> : null}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What keeps records from being counted rightly; each line opens them. */
export function Attention({ attention, onOpen, onAll }: Pick<Workbench, 'attention'> & { onOpen(list: OpenList): void; onAll(): void }) {
  const isEmpty = useIsEmptyRegister()
  const found = attention.filter(({ count }) => count > 0)
  return (
    <section>
      <header>
        <h2>{t('workbench.attention')}</h2>
        <Button type="link" size="small" onClick={onAll}>{t('doctor.all')}</Button>
      </header>
      {found.length === 0 ? <p className="workbench-none secondary">{t(isEmpty ? 'workbench.attention.none' : 'workbench.attention.fine')}</p> : (
        <ul className="workbench-lines">
          {found.map(({ kind, count }) => {
            const title = t(`workbench.attention.${kind}`)
            return (
              <li key={kind}>
                <span className="cut" title={title}>{title}</span>
                <button type="button" className="plain workbench-number" aria-label={`${title} ${count}`} onClick={() => onOpen({ title: `${title}　${printFigure(count)}`, question: { name: 'counting.worklist', input: { attention: kind } } })}>{printFigure(count)}</button>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
