import { t, textOf } from '../../../shared/text/t'
import type { ImportAnswer } from '../../register/import/answer'
import type { UndoAnswer } from '../../register/evidence/undoBatch'
import type { RedoAnswer } from '../../register/import/redo/planRedo'
import { textTable } from '../textTable'

const shownRows = 50

/** An import for people: counts by sheet, then what was refused and asked with its cells, a question by the id under which `--answers` takes its answer. */
export function printImport(answer: ImportAnswer): string {
  const counts = answer.sheets.map(({ sheet, kind, rows }) => [sheet ?? '', textOf(`kind.${kind}`), rows.read, rows.new, rows.changed, rows.same, rows.review, rows.rejected, rows.skipped, rows.repaired])
  const lines = [
    answer.batch === null ? t('import.dryRun', { file: answer.file }) : t('import.done', { file: answer.file, batch: answer.batch }),
    textTable([t('import.sheet'), t('import.kind'), t('import.read'), t('import.new'), t('import.changed'), t('import.same'), t('import.review'), t('import.rejected'), t('import.skipped'), t('import.repaired')], counts),
    ...listed(t('import.rejected'), answer.rejected),
    ...listed(t('import.review'), answer.review),
  ]
  return lines.join('\n')
}

function listed(title: string, rows: readonly { sheet: string | null; row: number; column: string; message: string; questionId?: string }[]): string[] {
  if (rows.length === 0) return []
  const shown = rows.slice(0, shownRows).map(({ sheet, row, column, message, questionId }) => `  ${questionId === undefined ? '' : `${questionId} `}${sheet === null ? '' : `${sheet} `}${column}${row}: ${message}`)
  const more = rows.length - shown.length
  return [`${title}:`, ...shown, ...(more > 0 ? [t('import.more', { count: more })] : [])]
}

export function printUndo(answer: UndoAnswer, isPreview: boolean): string {
  const { removed, reverted, kept } = answer.records
  return t(isPreview ? 'undo.preview' : 'undo.done', { batch: answer.batch, removed, reverted, kept })
}

export function printRedo(answer: RedoAnswer, isPreview: boolean): string {
  const { restored, changed, kept } = answer.records
  const done = t(isPreview ? 'redo.preview' : 'redo.done', { batch: answer.batch, restored, changed, kept })
  return answer.missing.length === 0 ? done : `${done}\n${t('redo.missing', { count: answer.missing.length })}`
}
