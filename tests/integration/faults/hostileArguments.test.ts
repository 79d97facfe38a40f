import { rmSync, writeFileSync } from 'node:fs'
import { chdir, cwd } from 'node:process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ArgumentSpec, Command, OptionSpec } from '../../../src/main/cli/command'
import { commandTable } from '../../../src/main/cli/commandTable'
import { entriesOf, globalOptions } from '../../../src/main/cli/arguments'
import { checkRegister } from '../../../src/main/store/checkRegister'
import { listDefinitions } from '../../../src/shared/domain/catalogue/listFields'
import { commandNames, type CommandName } from '../../../src/shared/text/helpTexts'
import { cliHere, faultOf, readyParsers } from '../../support/faults/cliHere'
import { otherTexts, sqlTexts } from '../../support/fuzz/hostileTexts'
import { isLong, lengthOf, recordFigure } from '../../support/longSuites'
import { createRandom } from '../../support/registers/randomRecords'
import { releasedRegisters, unpackReleased } from '../../support/registers/releasedRegisters'
import { tempRegister } from '../../support/registers/tempRegister'

/** Writes and prints every form, or imports every sample: the long form only. */
const slow: readonly CommandName[] = isLong ? [] : ['archive', 'demo', 'freeze', 'verify']
const names = commandNames.filter((name) => !slow.includes(name))
const random = createRandom(20_261_127)
const fields = Object.values(listDefinitions).flatMap((list) => list.fields.map(({ name }) => name))

/** Texts that mean something to SQL, patterns, JSON, numbers, paths or a terminal; none leads out of the folder. */
const hostile = [...sqlTexts.filter((_, at) => at % 11 === 0), ...otherTexts, '--', '-', '--json', '-x', '--filter', '\n', '\u001b[2J', '长'.repeat(5_000), './', '.', 'nowhere/a.xlsx', '=', ':', 'a=b=c', ',', '..']

/** What a call knows, so that it gets beyond its first look. */
const known: Readonly<Record<string, readonly string[]>> = {
  file: ['a.csv', 'a.json', '台账.bzr', '.', 'none.xlsx'], bindings: ['a.json', 'a.csv'], map: ['a.json'], answers: ['a.json'], definition: ['a.json', 'standards'], out: ['o.xlsx', 'o.csv', 'o.bzr', 'o', '台账.bzr', 'a.csv'], rejects: ['r.xlsx'],
  kind: ['standards', 'patents', 'units'], key: ['GB/T 41701.1-2021'], field: fields, fields, sort: fields, rows: fields, columns: fields, sum: fields, split: fields, batch: ['1', '2', '0', '99999'], sequence: ['1', '3', '0'],
  period: ['2021', '2021Q1', '2020-2021', '2021-13'], indicator: ['standards', 'high_value_per_10k'], form: ['F1', 'F9'], filter: ['year=2021', 'title~电梯', 'district=市南区'], assignment: ['title=甲', 'district=999999'], unit: ['青岛海尔股份有限公司'],
  action: ['list', 'status', 'merge'], district: ['市南区', '370202', '黄岛'], as: ['standards'], problem: ['no_district'], take: ['district=x'], population: ['census2020'], to: ['1', 'b'],
}

function word(name: string, choices?: readonly string[]): string {
  const words = choices ?? known[name] ?? []
  return words.length > 0 && random.chance(0.75) ? random.pick(words) : random.pick(hostile)
}

function optionWords(name: string, spec: OptionSpec): string[] {
  if (spec.type === 'flag') return random.chance(0.95) ? [`--${name}`] : [`--${name}=${random.pick(hostile)}`]
  // Descriptors that are open belong to this process.
  if (name === 'password-fd') return [`--${name}`, random.pick(['99', '-1', 'x', '1e3', '4294967296'])]
  const value = spec.type === 'whole' ? word('', ['0', '1', '50', '-1', '1.5', '999999999999999']) : spec.type === 'date' ? word('', ['2021-12-31', '2021-02-30', '0000-00-00', '9999-12-31']) : word(name, spec.type === 'choice' ? spec.choices : undefined)
  return random.chance(0.8) ? [`--${name}`, value] : [`--${name}=${value}`]
}

function argumentWords({ name, choices, isOptional, isRepeated }: ArgumentSpec): string[] {
  if (random.chance(isOptional ? 0.5 : 0.03)) return []
  return Array.from({ length: isRepeated ? 1 + random.below(3) : 1 }, () => word(name, choices))
}

function hostileCall({ arguments: positionals, options }: Command): string[] {
  const words = positionals.flatMap(argumentWords)
  for (const [name, spec] of entriesOf(options)) if (random.chance(spec.required ? 0.95 : 0.25)) words.push(...optionWords(name, spec))
  const { register: _, json: __, help: ___, ...clock } = globalOptions
  for (const [name, spec] of entriesOf(clock)) if (random.chance(0.1)) words.push(...optionWords(name, spec))
  return random.chance(0.05) ? [...words, random.pick(hostile)] : words
}

/** Standard input, which `evaluate` reads line by line. */
const lines = [...hostile.slice(0, 60), '{"kind":"standard","text":1}', '{"__proto__":[]}', '[[[['].map((line) => `${line.replaceAll('\n', ' ')}\n`)

const register = tempRegister()
const home = cwd()

beforeAll(async () => {
  unpackReleased(releasedRegisters.at(-1) ?? '', register.folder)
  chdir(register.folder)
  writeFileSync('a.csv', '标准编号,标准名称,归口单位\nGB/T 41701.1-2021,甲,乙\n')
  writeFileSync('a.json', '{"cells":[{"cell":"A1","text":"{year}"}],"__proto__":{"x":1}}')
  await readyParsers()
})
afterAll(() => {
  chdir(home)
  rmSync(register.folder, { recursive: true, force: true })
})

it('says before it imports thirty files that the folder for the forms cannot be made', async () => {
  const words = ['demo', '--out', 'a.csv', '--json']
  const outcome = await cliHere(words)
  expect([outcome.code, faultOf(outcome, words), outcome.stderr]).toEqual([1, null, ''])
  expect(outcome.stdout).toContain('file_not_writable')
})

it('takes whatever words any command is given: done, or refused by a documented code with the exit code that goes with it, and the register stays sound', async () => {
  const rounds = isLong ? Math.ceil(lengthOf('MUTATIONS', 0) / 20 / names.length) : 2
  const strange: string[] = []
  const codes = { done: 0, refused: 0, usage: 0 }
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const command = await commandTable[name]?.()
      if (!command) continue
      const words = [name, ...hostileCall(command), '--register', register.path, '--json']
      const outcome = await cliHere(words, lines)
      codes[outcome.code === 0 ? 'done' : outcome.code === 1 ? 'refused' : 'usage']++
      const fault = faultOf(outcome, words)
      if (fault !== null) strange.push(`${words.map((given) => JSON.stringify(given.slice(0, 80))).join(' ')}: ${fault}`)
    }
  }
  expect(strange.slice(0, 8)).toEqual([])
  for (const count of Object.values(codes)) expect(count).toBeGreaterThan(rounds)
  const report = await checkRegister(register.path)
  expect(report.ok && report.value.problems.filter(({ problem }) => problem !== 'original_missing' && problem !== 'attachment_missing')).toEqual([])
  recordFigure('commandLines', rounds * names.length)
})
