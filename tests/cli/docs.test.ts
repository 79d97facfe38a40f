import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { commandNames } from '../../src/shared/text/helpTexts'
import { listDefinitions } from '../../src/shared/domain/catalogue/listFields'
import { indicatorNames } from '../../src/shared/domain/catalogue/indicators'
import { refusalCodes, usageCodes } from '../../src/shared/domain/errorCodes'
import { installOwnFonts } from '../support/workbooks/ownFonts'
import { cliHere, readyParsers } from '../support/faults/cliHere'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/cli.md'), 'utf8')

/**
 * One example of the page: a block “console” holds commands after “$ ” and what they print; “# exit code 2” behind a
 * command says how it ends, “echo '…' |” in front of it what it reads.
 */
interface Example { command: string; words: string[]; input: string; code: number; shown: string }

interface Block { language: string; file: string | undefined; text: string }

const blocks: Block[] = [...page.matchAll(/^```(\w+)(?: file=(\S+))?\n(.*?)^```$/gms)].map(([, language = '', file, text = '']) => ({ language, file, text }))
const examples = blocks.filter(({ language }) => language === 'console').flatMap(({ text }) => text.split(/^\$ /m).slice(1).map(readExample))

function readExample(text: string): Example {
  const [line = '', ...shown] = text.trimEnd().split('\n')
  const [, command = '', code = '0'] = /^(.*?)(?: # exit code (\d))?$/.exec(line) ?? []
  const [, input, call = command] = /^echo '(.*)' \| (.*)$/.exec(command) ?? []
  const words = [...call.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
  if (words.splice(0, 5).join(' ') !== 'npm run -s cli --') throw new Error(`not a call of the command line: ${call}`)
  return { command, words, input: input === undefined ? '' : `${input}\n`, code: Number(code), shown: shown.join('\n') }
}

let folder: string
const before = process.cwd()

beforeAll(async () => {
  await readyParsers()
  folder = mkdtempSync(join(tmpdir(), 'docs-'))
  // What is printed about replaced fonts would differ from computer to computer.
  vi.stubEnv('XDG_DATA_HOME', installOwnFonts(join(folder, 'own')).XDG_DATA_HOME)
  symlinkSync(join(root, 'resources'), join(folder, 'resources'), 'junction')
  for (const { file, text } of blocks) if (file !== undefined) writeFileSync(join(folder, file), text)
  process.chdir(folder)
})

afterAll(() => {
  process.chdir(before)
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

/** In this process, one after the other on the same register as on the page: what a process of its own adds is proved in frame.test.ts. */
describe('the page docs/cli.md', () => {
  it.each(examples)('$command', async ({ words, input, code, shown }) => {
    const context = ['--register', join(folder, 'demo.bzr'), '--today', '2022-01-17', '--operator', '王芳']
    const outcome = await cliHere([...words, ...context], input === '' ? [] : [input])
    expect(outcome.code, outcome.stderr + outcome.stdout).toBe(code)
    const printed = outcome.stdout === '' ? outcome.stderr : outcome.stdout
    if (/^[[{]/.test(shown)) expect(JSON.parse(printed)).toMatchObject(shownJson(shown, JSON.parse(printed)))
    else expect(printed.trimEnd()).toMatch(patternOf(shown))
  })

  it('speaks of every command, indicator, field and refusal that there is', () => {
    const documented = new Set([...(page.match(/[a-zA-Z_0-9]+/g) ?? []), ...(page.match(/[a-z]+-[a-z]+/g) ?? [])])
    const names = [...commandNames, ...indicatorNames, ...usageCodes, ...Object.values(listDefinitions).flatMap(({ fields }) => fields.map(({ name }) => name))]
    expect(names.filter((name) => !documented.has(name))).toEqual([])
    const onlyInWindow = /^(job_|update_|bridge_|list_|result_|record_|field_|nothing_|backup_|register_exists|register_unavailable|unexpected|file_changed|original_missing)/
    expect(refusalCodes.filter((code) => !onlyInWindow.test(code) && !documented.has(code))).toEqual([])
  })
})

/** A line “…” stands for any lines. */
function patternOf(shown: string): RegExp {
  const pieces = shown.split('\n').map((line) => (line === '…' ? '[^]*?' : `${line.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?:\n|$)`))
  return new RegExp(`^${pieces.join('')}$`)
}

/** The shown JSON; “…” at the end of an array stands for its other elements, which are taken from the answer. */
function shownJson(shown: string, answer: unknown): object {
  const isOpen = /,\s*…\s*\]$/.test(shown)
  const stated = JSON.parse(shown.replace(/,\s*…\s*\]$/, ']')) as object
  return isOpen && Array.isArray(stated) && Array.isArray(answer) ? [...(stated as unknown[]), ...(answer as unknown[]).slice(stated.length)] : stated
}
