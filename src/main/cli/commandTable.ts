import type { CommandName } from '../../shared/text/helpTexts'
import type { Command } from './command'

/** Every command and where it lives; a command's code is loaded only when it is called. */
export const commandTable: Partial<Record<CommandName, () => Promise<Command>>> = {
  import: async () => (await import('./commands/import')).importCommand,
  undo: async () => (await import('./commands/undo')).undo,
  batches: async () => (await import('./commands/batches')).batches,
  list: async () => (await import('./commands/list')).list,
  rank: async () => (await import('./commands/rank')).rank,
  records: async () => (await import('./commands/records')).records,
  crosstab: async () => (await import('./commands/crosstab')).command,
  report: async () => (await import('./commands/report')).report,
  fill: async () => (await import('./commands/fill')).fill,
  compare: async () => (await import('./commands/compare')).compare,
  indicators: async () => (await import('./commands/indicators')).indicators,
  forms: async () => (await import('./commands/forms')).formList,
  evaluate: async () => (await import('./commands/evaluate')).evaluate,
  export: async () => (await import('./commands/export')).command,
  demo: async () => (await import('./commands/demo')).demo,
  facets: async () => (await import('./commands/facets')).command,
  search: async () => (await import('./commands/search')).command,
  set: async () => (await import('./commands/set')).command,
  delete: async () => (await import('./commands/delete')).command,
  restore: async () => (await import('./commands/restore')).command,
  history: async () => (await import('./commands/history')).command,
  'undo-change': async () => (await import('./commands/undoChange')).command,
  units: async () => (await import('./commands/units')).command,
  'fill-list': async () => (await import('./commands/fillList')).command,
  doctor: async () => (await import('./commands/doctor')).command,
  get: async () => (await import('./commands/get')).command,
  check: async () => (await import('./commands/check')).command,
}
