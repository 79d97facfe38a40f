import { chdir, cwd } from 'node:process'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createHandlers } from '../../../src/main/register/handlers'
import { createOpenedRegister } from '../../../src/main/register/opened/openedRegister'
import { answerCall } from '../../../src/main/register/serveCalls'
import { checkRegister } from '../../../src/main/store/checkRegister'
import { registerContract, type RegisterOperationName } from '../../../src/shared/bridge/contract'
import { listDefinitions } from '../../../src/shared/domain/catalogue/listFields'
import type { FromRegister, ToRegister } from '../../../src/shared/bridge/messages'
import { inputsOf } from '../../support/fuzz/inputsOf'
import { otherTexts, sqlTexts } from '../../support/fuzz/hostileTexts'
import { inProcessWriter } from '../../support/registers/inProcessWriter'
import { isLong, lengthOf, recordFigure } from '../../support/longSuites'
import { createRandom } from '../../support/registers/randomRecords'
import { releasedRegisters, unpackReleased } from '../../support/registers/releasedRegisters'
import { tempRegister } from '../../support/registers/tempRegister'

type Call = Extract<ToRegister, { type: 'call' }>

/** These would leave the register that is tried; what they refuse has tests of its own. */
const left: readonly RegisterOperationName[] = ['register.open', 'settings.createRegister', 'backup.restore', 'backup.replace']
/** Writes every form and prints it. */
const slow: readonly RegisterOperationName[] = isLong ? [] : ['periods.archive']
const operations = (Object.keys(registerContract) as RegisterOperationName[]).filter((name) => !left.includes(name) && !slow.includes(name))
const fields = Object.values(listDefinitions).flatMap((list) => list.fields.map(({ name }) => name))
const random = createRandom(20_260_121)

/** Words that calls know, so that they get beyond their first look, between a thousand others that none should follow. */
const known: Readonly<Record<string, readonly string[]>> = {
  field: fields, name: [...fields, '重点'], period: ['2021', '2021Q1', '2020-2021'], from: ['2021-01-01'], to: ['2021-12-31'], asOf: ['2021-12-31'], cityCode: ['370200'], key: ['GB/T 41701.1-2021'], of: ['standards', 'patents'],
  file: ['a.xlsx', 'a.csv', 'b.pdf', '台账.bzr'], files: ['a.csv'], out: ['a.xlsx'], folder: ['出'], path: ['a.xlsx'], indicators: ['standards', 'high_value_patents'], '*': fields,
}
const all = isLong ? [...sqlTexts, ...otherTexts] : [...sqlTexts.filter((_, at) => at % 7 === 0), ...otherTexts]
let texts = 0

function text(path: readonly string[]): string {
  const words = known[path.at(-1) ?? ''] ?? []
  return words.length > 0 && random.chance(0.6) ? random.pick(words) : all[texts++ % all.length] ?? ''
}

const register = tempRegister()
const home = cwd()
const opened = createOpenedRegister(vi.fn(), inProcessWriter)
const handlers = createHandlers({ version: '0.1.0', register: opened, today: () => '2022-01-17' })

async function answerOf(name: RegisterOperationName, input: unknown): Promise<string> {
  const replies: FromRegister[] = []
  await answerCall(handlers, { type: 'call', id: 1, name, input, language: 'zh-CN' } as Call, (reply) => { replies.push(reply) })
  const [reply] = replies
  if (reply?.type !== 'reply') return 'no reply'
  return reply.result.ok ? 'ok' : reply.result.code
}

beforeAll(async () => {
  unpackReleased(releasedRegisters.at(-1) ?? '', register.folder)
  // What a call takes for the name of a file lands here.
  chdir(register.folder)
  expect(await answerOf('register.open', { file: register.path, create: false })).toBe('ok')
})
afterAll(async () => {
  await opened.close()
  chdir(home)
  register[Symbol.dispose]()
})

describe('what a window may send', () => {
  it('is refused by the contract or answered, with hundreds of injections, and never ends in a bug or a damaged register', async () => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue()
    const makers = operations.map((name) => ({ name, make: inputsOf(registerContract[name].input, { random, text }) }))
    const strange: string[] = []
    const counts = { refused: 0, answered: 0 }
    const messages = isLong ? Math.ceil(lengthOf('MUTATIONS', 0) / 10) : 420
    for (let sent = 0; sent < messages; sent++) {
      const { name, make } = makers[sent % makers.length] ?? { name: 'app.info' as const, make: () => ({}) }
      const input = make()
      const parsed = registerContract[name].input.safeParse(input)
      if (!parsed.success) {
        counts.refused++
        continue
      }
      const answer = await answerOf(name, parsed.data)
      counts.answered++
      if (answer === 'unexpected' || answer === 'no reply') strange.push(`${name} ${JSON.stringify(input)}: ${String(complaints.mock.lastCall?.[0])}`)
    }
    complaints.mockRestore()
    expect(strange.slice(0, 12)).toEqual([])
    expect(counts.answered).toBeGreaterThan(messages / 2)
    expect(texts).toBeGreaterThan(messages / 2)
    const report = await checkRegister(register.path)
    expect(report.ok && report.value.problems.filter(({ problem }) => problem !== 'original_missing' && problem !== 'attachment_missing')).toEqual([])
    recordFigure('messages', messages)
  }, isLong ? 3_600_000 : 120_000)
})
