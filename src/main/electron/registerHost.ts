import { join } from 'node:path'
import { app, utilityProcess, type UtilityProcess } from 'electron'
import type { Input, Output, RegisterOperationName } from '../../shared/bridge/contract'
import type { BridgeEvents, EventName } from '../../shared/bridge/events'
import type { Job } from '../../shared/bridge/jobs'
import type { FromRegister, ToRegister } from '../../shared/bridge/messages'
import { fail, type Result } from '../../shared/domain/result'
import { language } from '../../shared/text/language'
import { stackOf } from './errorStack'
import { log } from './logFile'
import { createParserHost } from './parserHost'

export interface RegisterHost {
  /** Relays a checked call; answers `register_unavailable` when the process dies before it replies. */
  call<K extends RegisterOperationName>(name: K, input: Input<K>): Promise<Result<Output<K>>>
  /** Whether the process that runs now has answered anything yet; before that nobody can have begun any work in it. */
  hasAnswered(): boolean
  stop(): void
}

export type SendEvent = <K extends EventName>(name: K, payload: BridgeEvents[K]) => void
type Settle = (result: Result<Output<RegisterOperationName>>) => void

/** Deaths within this time are one illness: the process is then started again only by the next call. */
const illnessMs = 30_000
const restartsPerIllness = 3

/**
 * Runs the register process and keeps it running. When it dies, waiting calls fail, running jobs end as
 * `job_interrupted`, a new process is started with the register that was open, and the windows are told.
 *
 * @param onOpened  hears which register is open from now on
 * @param onDied    hears that the process died, before another one answers anything
 */
export function createRegisterHost(send: SendEvent, onOpened: (file: string) => void, onDied: () => void): RegisterHost {
  const waiting = new Map<number, Settle>()
  const runningJobs = new Map<string, Job>()
  let child: UtilityProcess | null = null
  let isStopping = false
  let hasAnswered = false
  let nextId = 1
  let openFile: string | null = null
  let deaths: number[] = []

  function start(): UtilityProcess {
    const started = utilityProcess.fork(join(import.meta.dirname, 'register.js'), [], {
      serviceName: 'register',
      stdio: 'pipe',
      env: { ...process.env, BIAOZHI_VERSION: app.getVersion() },
    })
    const parsers = createParserHost((message, ports) => started.postMessage(message, ports))
    started.on('message', (message: FromRegister) => {
      if (message.type === 'reply') settle(message.id, message.result)
      else if (message.type === 'event') announce(message)
      else parsers.answer(message)
    })
    started.stderr?.on('data', (chunk: Buffer) => {
      const stack = stackOf(String(chunk))
      if (stack.length > 0) log('register.error', { stack: stack.join(' | ') })
    })
    started.stdout?.resume()
    started.once('exit', (exitCode) => {
      if (!isStopping) log('register.exited', { exitCode, waiting: waiting.size, jobs: runningJobs.size })
      parsers.stopAll()
      if (child === started) recover()
    })
    return started
  }

  function settle(id: number, result: Result<Output<RegisterOperationName>>): void {
    hasAnswered = true
    waiting.get(id)?.(result)
    waiting.delete(id)
  }

  function announce<K extends EventName>({ name, payload }: { name: K; payload: BridgeEvents[K] }): void {
    if ('jobId' in payload) {
      if (name === 'job.ended') runningJobs.delete(payload.jobId)
      else runningJobs.set(payload.jobId, payload)
    }
    send(name, payload)
  }

  function recover(): void {
    child = null
    if (!isStopping) onDied()
    for (const id of waiting.keys()) settle(id, fail('register_unavailable'))
    for (const job of runningJobs.values()) send('job.ended', { ...job, code: 'job_interrupted' })
    runningJobs.clear()
    hasAnswered = false
    deaths = [...deaths.filter((at) => Date.now() - at < illnessMs), Date.now()]
    if (isStopping || deaths.length > restartsPerIllness) return
    void reopen().then(() => send('register.restarted', {}))
  }

  async function reopen(): Promise<void> {
    child = start()
    if (openFile !== null) await ask('register.open', { file: openFile, create: false })
  }

  function ask<K extends RegisterOperationName>(name: K, input: Input<K>): Promise<Result<Output<K>>> {
    const id = nextId++
    return new Promise((resolve) => {
      waiting.set(id, resolve as Settle)
      child?.postMessage({ type: 'call', id, name, input, language: language() } as ToRegister)
    })
  }

  return {
    async call(name, input) {
      if (child === null) await reopen()
      const result = await ask(name, input)
      if (!result.ok) log('call.failed', { name, code: result.code })
      if (opensRegister(name) && result.ok && 'file' in input) {
        openFile = String(input.file)
        onOpened(openFile)
      }
      return result
    },
    hasAnswered: () => hasAnswered,
    stop() {
      isStopping = true
      child?.kill()
    },
  }
}

function opensRegister(name: RegisterOperationName): boolean {
  return name === 'register.open' || name === 'settings.createRegister'
}
