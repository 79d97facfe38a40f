import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkRegister } from '../../../../src/main/store/checkRegister'
import { choiceOf, parsePolicy, storedPolicy, wholePolicy, type SourcePolicy } from '../../../../src/shared/domain/merging/sourcePolicy'
import { registerDesk } from '../../../support/registers/registerDesk'
import { samplesFolder } from '../../../support/registers/sampleImport'
import { valueOf } from '../../../support/valueOf'

type Desk = ReturnType<typeof registerDesk>

/** A district's list, the national list that came before it, and one with faults: they disagree about titles, dates and lists. */
const files = ['08_国家标准清单_信息平台_2019-2021.xlsx', '04_崂山区_2021年度标准制修订调查表（定稿2）.xlsx', '90_脏数据_标准.xlsx']

async function take({ ask, settled }: Desk, file: string): Promise<number> {
  const { jobs } = await ask('imports.open', { files: [join(samplesFolder, file)] })
  const job = jobs[0]?.job ?? 0
  await settled(job)
  await ask('imports.commit', { jobs: [job] })
  const { batch } = await settled(job)
  await ask('imports.close', { jobs: [job] })
  return batch ?? 0
}

/** Every standard with what its rows say. */
async function standardsOf({ opened }: Desk): Promise<unknown[]> {
  const session = valueOf(opened.session())
  const { store } = session
  const records = await store.records.all('standard')
  const evidence = await store.evidence.ofRecords('standard', records.map(({ id }) => id))
  return records.map(({ id, values }) => [id, values, evidence.get(id)])
}

let desk: Desk
beforeEach(async () => {
  desk = registerDesk()
  await desk.opened.open(desk.register.path, true)
})
afterEach(() => desk.close())

const choose = (policy: SourcePolicy) => desk.ask('settings.save', { sourcePolicy: wholePolicy(policy) })

describe('the policy on whose word stands', () => {
  it('makes of the same files what it would have made had it been there from the start, and back', async () => {
    for (const file of files) await take(desk, file)
    const official = await standardsOf(desk)
    await choose({ standard: 'latest' })
    const latest = await standardsOf(desk)
    expect(latest).not.toEqual(official)
    const other = registerDesk()
    try {
      await other.opened.open(other.register.path, true)
      await other.ask('settings.save', { sourcePolicy: wholePolicy({ standard: 'latest' }) })
      for (const file of files) await take(other, file)
      expect(await standardsOf(other)).toEqual(latest)
    } finally {
      await other.close()
    }
    await choose({ standard: 'official' })
    expect(await standardsOf(desk)).toEqual(official)
  })

  it('holds for undo and redo, is told in the history of settings with old and new, and can be taken back', async () => {
    for (const file of files.slice(0, 1)) await take(desk, file)
    const second = await take(desk, files[1] ?? '')
    await choose({ standard: 'reported' })
    const before = await standardsOf(desk)
    await desk.ask('imports.undo', { batch: second })
    await desk.ask('batches.redo', { batch: second })
    expect(await standardsOf(desk)).toEqual(before)
    const { entries } = await desk.ask('settings.history', { limit: 5 })
    expect(entries[0]).toMatchObject({ changes: [{ what: '来源先后', before: null, after: '标准 填报在先' }], canTakeBack: true })
    await desk.ask('settings.takeBack', { sequence: entries[0]?.sequence })
    expect((await desk.ask('settings.get', {})).sourcePolicy.standard).toBe('official')
    await desk.opened.close()
    const report = await checkRegister(desk.register.path)
    expect(report.ok && report.value.problems).toEqual([])
  })
})

it.each([[null, {}], ['', {}], ['kein JSON', {}], ['[]', {}], ['{"standard":"nobody","patent":"latest"}', { patent: 'latest' }]])('a policy stored as %s reads as %o', (text, policy) => {
  expect(parsePolicy(text)).toEqual(policy)
  expect(parsePolicy(storedPolicy(policy as SourcePolicy))).toEqual(policy)
  expect(choiceOf(parsePolicy(text), 'honour')).toBe('official')
})
