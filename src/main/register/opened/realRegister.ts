import { lstatSync, realpathSync } from 'node:fs'

/**
 * The register that a link leads to, else the path as it is: who writes, and the folder with the files, stand beside the register
 * itself, so that two ways to it must not look like two registers. A link that leads nowhere stays, and opening it is refused.
 */
export function realRegister(path: string): string {
  try {
    return lstatSync(path).isSymbolicLink() ? realpathSync(path) : path
  } catch {
    return path
  }
}
