import { resolve } from 'node:path'

export interface LaunchOptions {
  /** Register to open at once: `--register <file>`, or a .bzr file that was double-clicked. */
  registerFile: string | null
}

/**
 * Reads the program's arguments; anything else belongs to Chromium.
 *
 * @param folder  where the program was started
 */
export function launchOptions(argv: readonly string[], folder: string): LaunchOptions {
  const at = argv.indexOf('--register')
  const file = (at >= 0 ? argv[at + 1] : undefined) ?? argv.find((argument) => argument.endsWith('.bzr'))
  return { registerFile: file === undefined ? null : resolve(folder, file) }
}
