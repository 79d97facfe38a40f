import type { Readable, Writable } from 'node:stream'
import type { ArgumentName, CommandName, OptionName } from '../../shared/text/helpTexts'
import type { Result } from '../../shared/domain/result'

/**
 * How one option is written.
 * text: `--out x` · list: may be repeated · flag: no value · date: YYYY-MM-DD · whole: a whole number >= min ·
 * choice: one of the given words
 */
export type OptionSpec = (
  | { type: 'text' | 'list' | 'flag' | 'date' }
  | { type: 'whole'; min: number }
  | { type: 'choice'; choices: readonly string[] }
) & { required?: true }
export type OptionTable = Readonly<Partial<Record<OptionName, OptionSpec>>>

type Given<S> = S extends { type: 'choice'; choices: readonly (infer C)[] } ? C : S extends { type: 'whole' } ? number : string
type OptionValue<S> = S extends { type: 'flag' }
  ? boolean
  : S extends { type: 'list' }
    ? string[]
    : S extends { required: true }
      ? Given<S>
      : Given<S> | undefined
/** Parsed options of a command, typed from its table. */
export type Options<O extends OptionTable> = { [K in keyof O]: OptionValue<NonNullable<O[K]>> }

export interface ArgumentSpec {
  name: ArgumentName
  choices?: readonly string[]
  /** May be left out; only the last one. */
  isOptional?: true
  /** May be repeated, at least one; only the last one. */
  isRepeated?: true
}

/** Options that every command takes. */
export interface GlobalOptions {
  /** Path of the register file. */
  register: string
  json: boolean
  /** The clock's date, YYYY-MM-DD. */
  today: string
  /** Undefined when not given: the register's own operator counts then. */
  operator: string | undefined
  /** Epoch milliseconds for the journal; follows `--today`. */
  now(): number
}

export interface Streams {
  stdin: Readable
  stdout: Writable
  stderr: Writable
}

export interface Call<O extends OptionTable = OptionTable> {
  /** Positional arguments, as the command declares them. */
  arguments: readonly string[]
  options: Options<O>
  global: GlobalOptions
  streams: Streams
  /** Shows where a long command stands, on standard error. */
  progress(text: string): void
}

/**
 * One command of the command line. `run` answers with the JSON document of cli.md (arrays may be lazy iterables, which
 * are written as they come) or with a failure; `print` makes the text for people. A command that writes by itself
 * answers `undefined`.
 */
export interface Command<O extends OptionTable = OptionTable, A = unknown> {
  name: CommandName
  arguments: readonly ArgumentSpec[]
  options: O
  run(call: Call<O>): Promise<Result<A>>
  print(answer: A, call: Call<O>): string | Promise<string>
}

/** Keeps the types of a command's options and answer while it is written down. */
export function defineCommand<const O extends OptionTable, A>(command: Command<O, A>): Command<O, A> {
  return command
}
