import { AsyncLocalStorage } from 'node:async_hooks'
import type { RegisterOperationName } from '../../shared/bridge/contract'
import type { Language } from '../../shared/domain/language'
import { speak } from '../../shared/text/language'

/**
 * Questions whose answers hold sentences: they are told in the language of the window that asks. Every other call, and
 * with it everything that is written into the register or into a file, is told in Chinese.
 */
const told: ReadonlySet<RegisterOperationName> = new Set<RegisterOperationName>([
  'counting.indicators', 'counting.table', 'counting.records', 'counting.page', 'counting.series', 'counting.periods', 'counting.workbench', 'counting.lapses', 'counting.worklist',
  'batches.document', 'batches.rows', 'batches.row', 'imports.detail', 'imports.sheet', 'imports.columns', 'imports.rows', 'imports.questions', 'imports.layouts',
  'periods.list', 'periods.get', 'periods.reports', 'periods.changed', 'periods.restatement', 'reports.list', 'records.get', 'records.changes', 'records.notes', 'settings.history', 'units.clusters',
])

const asker = new AsyncLocalStorage<Language>()

/** From now on texts of this process are told in the language of the question being answered. */
export function speakAsAsked(): void {
  speak(() => asker.getStore() ?? 'zh-CN')
}

/** Answers a call; where its answer is told, in the language of the window. */
export function answerIn<T>(language: Language, name: RegisterOperationName, answer: () => Promise<T>): Promise<T> {
  return told.has(name) ? asker.run(language, answer) : answer()
}
