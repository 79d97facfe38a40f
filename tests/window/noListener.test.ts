import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { electronProgram } from '../support/window/electronApp'
import { processTree } from '../support/faults/processTree'
import { releasedRegisters, unpackReleased } from '../support/registers/releasedRegisters'

const folder = mkdtempSync(join(tmpdir(), 'no-listener-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))

// Tools that drive the window need a port themselves: here it is started as a clerk starts it.
it.runIf(process.platform === 'linux')('waits on no port, with any of its processes, while a register is open', async () => {
  const register = unpackReleased(releasedRegisters.at(-1) ?? '', folder)
  const program = spawn(electronProgram(), ['.', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`, '--register', register], { cwd: join(import.meta.dirname, '../..'), stdio: 'ignore' })
  try {
    const tree = () => processTree(program.pid ?? 0)
    await expect.poll(() => tree().openFiles.has(register), { timeout: 60_000 }).toBe(true)
    await expect.poll(() => tree().commandLines.some((words) => words.includes('--type=renderer')), { timeout: 60_000 }).toBe(true)
    expect(tree().pids.length).toBeGreaterThan(3)
    expect(tree().listeners).toEqual([])
  } finally {
    const ended = once(program, 'exit')
    program.kill()
    await ended
  }
})

it.runIf(process.platform === 'linux')('would see a port on which a process waits', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  expect(processTree(process.pid).listeners.length).toBeGreaterThan(0)
  server.close()
})
