import type { Output } from '../../shared/bridge/contract'
import { callBridge } from './bridgeClient'

export type Salvaged = Output<'backup.salvage'> & { file: string }

/**
 * Asks where the new register goes and saves there what can be proved of a damaged one.
 *
 * @param damaged  null: the open register
 * @returns null when nowhere was chosen
 */
export async function chooseAndSalvage(damaged: string | null): Promise<Salvaged | null> {
  const chosen = await callBridge('shell.chooseRegister', { create: true })
  if (chosen.file === null) return null
  const file = chosen.file.endsWith('.bzr') ? chosen.file : `${chosen.file}.bzr`
  return { ...(await callBridge('backup.salvage', { file, ...(damaged === null ? {} : { damaged }) })), file }
}
