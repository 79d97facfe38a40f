import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { speakAsAsked } from '../../../src/main/register/callLanguage'
import { createHandlers } from '../../../src/main/register/handlers'
import { createOpenedRegister } from '../../../src/main/register/opened/openedRegister'
import { answerCall } from '../../../src/main/register/serveCalls'
import { registerContract, type Input, type RegisterOperationName } from '../../../src/shared/bridge/contract'
import type { FromRegister, ToRegister } from '../../../src/shared/bridge/messages'
import type { PeriodState } from '../../../src/shared/bridge/periods'
import type { Language } from '../../../src/shared/domain/language'
import { speak } from '../../../src/shared/text/language'
import { inProcessWriter } from '../../support/registers/inProcessWriter'
import { sampleRegister, type SampleRegister } from '../../support/registers/sampleRegister'
import { partsOf } from '../../support/workbooks/workbookParts'

const choice = { period: '2021' }
const files: readonly { name: RegisterOperationName; what: string; input: Record<string, unknown> }[] = [
  { name: 'reports.produce', what: 'a form of standards', input: { form: 'F2', period: '2021' } },
  { name: 'reports.produce', what: 'a form of inventions', input: { form: 'F4', period: '2021' } },
  { name: 'counting.export', what: 'a ranking', input: { indicators: ['standards', 'inventions_valid', 'trademarks_valid', 'high_value_per_10k'], choice } },
  { name: 'counting.exportPeriods', what: 'an indicator by period', input: { indicator: 'inventions_per_10k', choice: { period: '2021Q3' } } },
  { name: 'lists.export', what: 'a list', input: { query: { kind: 'standards' } } },
  { name: 'imports.template', what: 'a form to collect', input: { kind: 'standards', district: null } },
  { name: 'doctor.export', what: 'a list of what is to be corrected', input: {} },
  { name: 'due.export', what: 'what falls due', input: { days: 365, kinds: [], month: null, district: null } },
]

/** A register process as the windows reach it, asked in one language. */
function processOf(file: string, language: Language) {
  const opened = createOpenedRegister(vi.fn(), inProcessWriter)
  const handlers = createHandlers({ version: '0.1.0', register: opened, today: () => '2022-01-17' })
  async function ask(name: RegisterOperationName, input: unknown): Promise<unknown> {
    const replies: FromRegister[] = []
    const call = { type: 'call', id: 1, name, input: registerContract[name].input.parse(input) as Input<typeof name>, language } as Extract<ToRegister, { type: 'call' }>
    await answerCall(handlers, call, (message) => replies.push(message))
    const [reply] = replies
    if (reply?.type !== 'reply' || !reply.result.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`)
    return reply.result.value
  }
  return { opened, ask, open: () => ask('register.open', { file, create: false }) }
}

/** The parts of a workbook but for the moment at which it was made. */
function contentsOf(file: string): Map<string, string> {
  return new Map(partsOf(readFileSync(file)).flatMap(({ name, content }) => (name === 'docProps/core.xml' ? [] : [[name, content.toString('utf8')] as const])))
}

describe('a window that speaks English', () => {
  let sample: SampleRegister
  let chinese: ReturnType<typeof processOf>
  let english: ReturnType<typeof processOf>

  beforeAll(async () => {
    sample = await sampleRegister()
    const copy = join(sample.folder, 'copy.bzr')
    copyFileSync(sample.file, copy)
    speakAsAsked()
    chinese = processOf(sample.file, 'zh-CN')
    english = processOf(copy, 'en')
    await chinese.open()
    await english.open()
  }, 60_000)
  afterAll(async () => {
    await chinese.opened.close()
    await english.opened.close()
    sample.remove()
    speak('zh-CN')
  })

  for (const [at, { name, what, input }] of files.entries()) {
    it(`writes ${what} as a Chinese one does`, async () => {
      const [inChinese, inEnglish] = [join(sample.folder, `${at}-zh.xlsx`), join(sample.folder, `${at}-en.xlsx`)]
      await chinese.ask(name, { ...input, file: inChinese })
      await english.ask(name, { ...input, file: inEnglish })
      expect(contentsOf(inEnglish)).toEqual(contentsOf(inChinese))
    })
  }

  it('is told the notes of a ranking in English, and a Chinese one beside it in Chinese', async () => {
    const question = { indicators: ['standards'], choice }
    expect(await english.ask('counting.table', question)).toMatchObject({ notes: [expect.stringContaining('Ranks: equal values'), expect.stringContaining('Standards count by publication date')] })
    expect(await chinese.ask('counting.table', question)).toMatchObject({ notes: [expect.stringContaining('位次规则'), expect.stringContaining('制修订标准按发布日期计')] })
  })

  it('is told in English what stands against closing a period', async () => {
    const failedChecks = async (desk: typeof chinese): Promise<unknown> => (await desk.ask('periods.get', { period: '2022' }) as PeriodState).forms.find(({ form }) => form === 'F8')?.failed
    expect(await failedChecks(english)).toEqual(['The period ends only on 2022-12-31', 'Data is missing: the register has no PCT applications'])
    expect(await failedChecks(chinese)).toEqual(['统计期到2022年12月31日才结束', '缺少数据：台账里没有PCT申请'])
  })
})
