import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

const folder = join(import.meta.dirname, '../../fixtures/released')
const ending = '.bzr.br'

/** Registers of every form that programs have left, oldest first: their names say program and version of the tables. */
export const releasedRegisters: readonly string[] = readdirSync(folder).filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length)).toSorted()

/** Puts one of them into a folder as 台账.bzr, as that program left it. @returns its path */
export function unpackReleased(name: string, into: string): string {
  const register = join(into, '台账.bzr')
  mkdirSync(into, { recursive: true })
  writeFileSync(register, brotliDecompressSync(readFileSync(join(folder, name + ending))))
  return register
}
