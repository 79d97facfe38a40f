import type { CommandName } from '../../shared/text/helpTexts'
import type { Command } from './command'

/** Every command and where it lives; a command's code is loaded only when it is called. */
export const commandTable: Partial<Record<CommandName, () => Promise<Command>>> = {
  import: async () => (await import('./commands/import')).importCommand,
  undo: async () => (await import('./commands/undo')).undo,
  batches: async () => (await import('./commands/batches')).batches,
  list: async () => (await import('./commands/list')).list,
  evaluate: async () => (await import('./commands/evaluate')).evaluate,
}
