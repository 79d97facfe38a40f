import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** MB that only this process holds. */
export function privateMb(pid: number): number {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  const kib = (name: string): number => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(text)?.[1] ?? 0)
  return (kib('Private_Dirty') + kib('Private_Clean')) / 1_024
}

/** The Electron that the built program of a clone runs in. */
export function electronProgram(root: string): string {
  const home = join(root, 'node_modules/electron')
  const pathFile = join(home, 'path.txt')
  if (!existsSync(pathFile)) throw new Error('the Electron runtime is missing: npm start fetches it')
  return join(home, 'dist', readFileSync(pathFile, 'utf8'))
}
