import { chmodSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { programFolder } from './installedProgram'

/**
 * A copy of the packaged program that differs in one fuse: tools may look into its main process. Everything else that is
 * proved of it holds for the package, which is the same to the byte.
 *
 * @param folder  where the copy goes; must not exist
 * @returns the program file
 */
export async function makeTwin(folder: string): Promise<string> {
  cpSync(programFolder, folder, { recursive: true })
  const program = join(folder, 'biaozhi-app')
  await flipFuses(program, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true })
  chmodSync(program, 0o755)
  return program
}
