import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'
import { chosenVersion } from '../../../src/main/update/keptVersions'
import { runUpdateOrder } from '../../../src/main/update/runUpdateOrder'
import { longName, programName, updateSource, type UpdateSource } from '../../support/updateSource'

const built = updateSource()
const versionsOf = (source: UpdateSource): string => join(source.folder, 'home/versions')

beforeAll(async () => {
  await build({
    configFile: false, logLevel: 'silent', ssr: { noExternal: true },
    build: { ssr: true, outDir: built.folder, emptyOutDir: false, target: 'node24', rollupOptions: { input: join(import.meta.dirname, 'killed/updateForever.ts'), external: [/^node:/], output: { entryFileNames: 'updateForever.mjs' } } },
  })
  return () => { built[Symbol.dispose]() }
})

/** Kills an updating program some time after its first switch. @returns versions it said it had chosen */
async function killAfter(delayMs: number, source: UpdateSource, places: string[]): Promise<string[]> {
  const child = spawn(process.execPath, [join(built.folder, 'updateForever.mjs'), source.publicKey, versionsOf(source), ...places])
  let said = ''
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString(); resolve() })
    child.once('exit', () => resolve())
  })
  await wait(delayMs)
  const ended = new Promise((resolve) => child.once('close', resolve))
  expect(child.kill('SIGKILL')).toBe(true)
  await ended
  return said.trim().split('\n')
}

describe('an update killed in between', () => {
  it.each([2, 19, 37, 58, 83, 121])('leaves one whole version to start, and the next update goes through (after %i ms)', async (delayMs) => {
    using source = updateSource()
    const places = [source.offer('0.2.0'), source.offer('0.3.0')]
    const said = await killAfter(delayMs, source, places)
    const chosen = chosenVersion(versionsOf(source), { version: '0.1.0', programName })
    // The last switch may be on the disk although the program died before it could say so.
    expect([said.at(-1), said.at(-1) === '0.2.0' ? '0.3.0' : '0.2.0']).toContain(chosen)
    for (const name of [programName, 'build-info.json', 'resources/app.asar', longName]) {
      expect(readFileSync(join(versionsOf(source), chosen ?? '', name)).equals(readFileSync(join(source.folder, `program-${chosen}`, name))), name).toBe(true)
    }
    const again = await runUpdateOrder({ work: 'prepare', where: source.offer('0.4.0'), publicKey: source.publicKey, version: '0.4.0', kind: 'linux-folder', versionsFolder: versionsOf(source), keep: [chosen ?? ''], keepProgram: null }, () => undefined)
    expect(again).toMatchObject({ ok: true })
    expect(readdirSync(versionsOf(source)).toSorted()).toEqual([chosen, '0.4.0', 'current'])
  })
})
