import { parseArgs } from 'node:util'
import { fail, succeed, type Failure, type Result } from '../../shared/domain/result'
import { argumentHelp, optionHelp, type OptionName } from '../../shared/text/helpTexts'
import { t } from '../../shared/text/t'
import type { ArgumentSpec, OptionSpec, OptionTable } from './command'

export interface ParsedArguments {
  positionals: string[]
  options: Partial<Record<OptionName, string | number | boolean | string[]>>
}

export const globalOptions = {
  register: { type: 'text' },
  json: { type: 'flag' },
  today: { type: 'date' },
  operator: { type: 'text' },
  help: { type: 'flag' },
} as const satisfies OptionTable

/** What a command line is made of, before anything is checked. */
type Token = ReturnType<typeof tokensOf>[number]

/**
 * Reads the words after the command's name strictly: an unknown or repeated option, a missing or bad value, too many or
 * too few arguments are failures with a usage code.
 */
export function parseArguments(command: string, words: readonly string[], positionals: readonly ArgumentSpec[], table: OptionTable): Result<ParsedArguments> {
  const specs: OptionTable = { ...globalOptions, ...table }
  const parsed: ParsedArguments = { positionals: [], options: {} }
  for (const token of tokensOf(words, specs)) {
    if (token.kind === 'positional') parsed.positionals.push(token.value)
    if (token.kind !== 'option') continue
    const failure = takeOption(command, token, specs, parsed)
    if (failure) return failure
  }
  if (parsed.options.help === true) return succeed(parsed)
  return checkPositionals(command, positionals, parsed) ?? checkRequired(command, table, parsed) ?? succeed(withDefaults(table, parsed))
}

function tokensOf(words: readonly string[], specs: OptionTable) {
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [name, { type: spec.type === 'flag' ? ('boolean' as const) : ('string' as const) }]),
  )
  return parseArgs({ args: [...words], options, strict: false, allowPositionals: true, tokens: true }).tokens
}

function takeOption(command: string, token: Extract<Token, { kind: 'option' }>, specs: OptionTable, parsed: ParsedArguments): Failure | null {
  const name = nameOf(token.name)
  const spec = name && specs[name]
  if (!name || !spec) return fail('usage_unknown_option', undefined, { value: token.rawName, command })
  const value = valueOf(token, spec)
  if (!value.ok) return value
  const before = parsed.options[name]
  if (spec.type === 'list') parsed.options[name] = [...(Array.isArray(before) ? before : []), String(value.value)]
  else if (before !== undefined && spec.type !== 'flag') return badValue(token.rawName, token.value, t('cli.expected.once'))
  else parsed.options[name] = value.value
  return null
}

function nameOf(written: string): OptionName | null {
  if (written === 'h') return 'help'
  return Object.hasOwn(optionHelp, written) ? (written as OptionName) : null
}

function valueOf(token: Extract<Token, { kind: 'option' }>, spec: OptionSpec): Result<string | number | boolean> {
  const { rawName: option, value, inlineValue } = token
  if (spec.type === 'flag') return value === undefined ? succeed(true) : badValue(option, value, t('cli.expected.noValue'))
  // “--search --json” forgot the word; a value that begins with dashes is written --search=--json.
  if (value === undefined || (!inlineValue && value.startsWith('--'))) return badValue(option, '', t('cli.expected.value'))
  if (spec.type === 'choice' && !spec.choices.includes(value)) return badValue(option, value, t('cli.expected.choice', { choices: spec.choices.join('、') }))
  if (spec.type === 'date' && !isCalendarDate(value)) return badValue(option, value, t('cli.expected.date'))
  if (spec.type !== 'whole') return succeed(value)
  const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN
  return number >= spec.min ? succeed(number) : badValue(option, value, t('cli.expected.whole', { min: spec.min }))
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** A usage failure about one option's value; `expected` says what would be right. */
export function badValue(option: string, value: string | undefined, expected: string): Failure {
  return fail('usage_bad_value', undefined, { option, value: value ?? '', expected })
}

function checkPositionals(command: string, expected: readonly ArgumentSpec[], parsed: ParsedArguments): Failure | null {
  const tooMany = expected.at(-1)?.isRepeated ? undefined : parsed.positionals[expected.length]
  if (tooMany !== undefined) return fail('usage_unknown_option', undefined, { value: tooMany, command })
  for (const [index, spec] of expected.entries()) {
    const value = parsed.positionals[index]
    const { zh } = argumentHelp[spec.name]
    if (value === undefined && spec.isOptional) continue
    if (value === undefined) return fail('usage_missing_argument', undefined, { value: zh, command })
    if (spec.choices && !spec.choices.includes(value)) return badValue(zh, value, t('cli.expected.choice', { choices: spec.choices.join('、') }))
  }
  return null
}

function checkRequired(command: string, table: OptionTable, parsed: ParsedArguments): Failure | null {
  for (const [name, spec] of entriesOf(table)) {
    if (spec.required && parsed.options[name] === undefined) return fail('usage_missing_argument', undefined, { value: `--${name}`, command })
  }
  return null
}

function withDefaults(table: OptionTable, parsed: ParsedArguments): ParsedArguments {
  for (const [name, spec] of entriesOf(table)) {
    if (spec.type === 'flag') parsed.options[name] ??= false
    if (spec.type === 'list') parsed.options[name] ??= []
  }
  return parsed
}

/** The options of a table in the order in which they were written down. */
export function entriesOf(table: OptionTable): [OptionName, OptionSpec][] {
  return Object.entries(table) as [OptionName, OptionSpec][]
}
