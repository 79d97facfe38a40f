import type { ReactNode } from 'react'
import type { ImportJob, ImportRow } from '../../../shared/bridge/imports'
import { t } from '../../../shared/text/t'
import { EmptyState } from '../../components/feedback/EmptyState'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { ColumnsStep } from './sheet/ColumnsStep'
import { ForecastSection } from './result/ForecastSection'
import { failureWords, standingOf } from './importWords'
import { PasswordForm } from './PasswordForm'
import { QuestionPanel } from './rows/QuestionPanel'
import { ResultStep } from './result/ResultStep'
import { RowsStep } from './rows/RowsStep'
import { SheetStep } from './sheet/SheetStep'
import type { SheetFocus } from './sheet/SheetTable'
import type { ImportStep } from './StepHead'
import type { ImportActions } from './useImportActions'
import { useImportDetail } from './useImports'
import type { RowFilterChoice } from './rows/useRowPages'

/** Where in a file the clerk is. */
export interface Place {
  sheet: number
  /** The sheet by its name, from where its number is not known; goes before the number. */
  sheetName: string | null
  focus: SheetFocus | null
  filter: RowFilterChoice
  row: number | null
  shown: ImportRow | null
}

export const firstPlace: Place = { sheet: 0, sheetName: null, focus: null, filter: {}, row: null, shown: null }

interface Props {
  job: ImportJob
  step: ImportStep
  place: Place
  actions: ImportActions
  onPlace(place: Partial<Place>): void
  onStep(step: ImportStep): void
  onBatch(batch: number | null): void
  /** Stands over the file's rows. */
  rowsHint: string | null
  /** Stands over the file's own result. */
  allFiles: ReactNode
}

/** The current step of one file. */
export function JobSteps({ job, step, place, actions, onPlace, onStep, onBatch, rowsHint, allFiles }: Props) {
  const detail = useImportDetail(job)
  const id = job.job
  if (job.state === 'locked') return <section className="import-centre"><PasswordForm failure={failureWords(job) || t('imports.passwordHint')} onUnlock={(password) => actions.run({ name: 'imports.unlock', input: { job: id, password } })} /></section>
  if (!detail || detail.sheets.length === 0) return <Waiting job={job} />
  const sheetIndex = (place.sheetName === null ? undefined : detail.sheets.find(({ name }) => name === place.sheetName)?.index) ?? place.sheet
  const showSheet = (sheet: number): void => onPlace({ sheet, sheetName: null, focus: null })
  const showCell = (row: ImportRow): void => {
    onPlace({ sheet: row.sheet, sheetName: null, focus: { row: row.row, column: /^[A-Z]+/u.exec(row.cell ?? '')?.[0] ?? null } })
    onStep('sheet')
  }
  const correct = ({ index }: ImportRow, text: string): void => {
    // Under a filter another row takes its place.
    onPlace({ shown: null })
    actions.run({ name: 'imports.correct', input: { job: id, index, text } })
  }
  const remember = (isOn: boolean): void => actions.run({ name: 'imports.remember', input: { job: id, isOn } })
  const banner = job.state === 'refused' ? <FailureBanner text={failureWords(job)} /> : null
  return (
    <div className="import-step">
      {banner}
      {step === 'result' ? allFiles : null}
      <div className="import-body">
        {step === 'sheet' ? (
          <SheetStep
            job={job} detail={detail} sheetIndex={sheetIndex} focus={place.focus} onSheetIndex={showSheet}
            onRemember={remember}
            onFile={(words) => actions.run({ name: 'imports.setFile', input: { job: id, ...words } })}
            onSheet={(sheet, words) => actions.run({ name: 'imports.setSheet', input: { job: id, sheet, ...words } })}
          />
        ) : step === 'columns' ? (
          <ColumnsStep job={job} detail={detail} sheetIndex={sheetIndex} onSheetIndex={showSheet} onColumn={(column, field) => actions.run({ name: 'imports.setSheet', input: { job: id, sheet: sheetIndex, column: { column, field } } })} />
        ) : step === 'rows' ? (
          <>
            <RowsStep job={job} hint={rowsHint} filter={place.filter} current={place.row} chosen={place.shown} onFilter={(filter) => onPlace({ filter, row: null, shown: null })} onCurrent={(row, shown) => onPlace({ row, shown })} onShowCell={showCell} onCorrect={correct} onKeep={({ index }, field, isForAll) => actions.run({ name: 'imports.keep', input: { job: id, index, field, isForAll } })} />
            <QuestionPanel
              job={job} isRemembered={detail.isRemembered} onRemember={remember} onShowRow={(row) => onPlace({ filter: {}, row, shown: null })} onTakeBack={() => actions.run({ name: 'imports.takeBackAnswer', input: { job: id } })}
              onAnswer={(group, questionId, answer) => actions.run({ name: 'imports.answer', input: { job: id, group, answer, ...(questionId === undefined ? {} : { questionId }) } })}
            >
              <ForecastSection detail={detail} />
            </QuestionPanel>
          </>
        ) : (
          <ResultStep job={job} detail={detail} onUndo={() => onBatch(job.batch)} onBatches={() => onBatch(null)} />
        )}
      </div>
    </div>
  )
}

/** A file of which nothing can be shown yet, or ever. */
function Waiting({ job }: { job: ImportJob }) {
  const { word, more } = standingOf(job)
  return (
    <section className="import-centre">
      {job.state === 'refused' ? <FailureBanner text={failureWords(job)} /> : <EmptyState text={`${word} ${more}`.trim()} />}
    </section>
  )
}
