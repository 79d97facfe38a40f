import { vi } from 'vitest'
import { createHandlers } from '../../../src/main/register/handlers'
import { createOpenedRegister } from '../../../src/main/register/opened/openedRegister'
import { registerContract, type Input, type Output, type RegisterOperationName } from '../../../src/shared/bridge/contract'
import { inProcessWriter } from './inProcessWriter'
import { tempRegister } from './tempRegister'

const settledStates = ['ready', 'locked', 'refused', 'cancelled', 'done']

/** A register process without a process: what a window asks, checked by the contract on the way in and out. */
export function registerDesk() {
  const register = tempRegister()
  const opened = createOpenedRegister(vi.fn(), inProcessWriter)
  const handlers = createHandlers({ version: '0.1.0', register: opened, today: () => '2022-01-17' })

  async function ask<K extends RegisterOperationName>(name: K, input: unknown): Promise<Output<K>> {
    const parsed = registerContract[name].input.parse(input) as Input<K>
    const handler = handlers[name] as unknown as (given: Input<K>) => Promise<{ ok: boolean; value?: unknown; code?: string }>
    const result = await handler(parsed)
    if (!result.ok) throw new Error(result.code)
    return registerContract[name].output.parse(result.value) as Output<K>
  }

  return {
    register, opened, ask,
    /** Waits until the work on an imported file is over; throws when it never is. */
    settled: (job: number) => vi.waitFor(async () => {
      const { jobs } = await ask('imports.jobs', {})
      const found = jobs.find((candidate) => candidate.job === job)
      if (found === undefined || !settledStates.includes(found.state)) throw new Error(`still ${found?.state}`)
      return found
    }, { timeout: 15_000, interval: 20 }),
    async close() {
      await opened.close()
      register[Symbol.dispose]()
    },
  }
}
