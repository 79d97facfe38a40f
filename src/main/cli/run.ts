import { defaultRegisterPath } from '../register/opened/defaultRegister'
import { realRegister } from '../register/opened/realRegister'
import { localDate } from '../register/localDate'
import { programVersion } from '../register/programVersion'
import { fail, succeed, type Failure, type Result } from '../../shared/domain/result'
import { commandNames, type CommandName } from '../../shared/text/helpTexts'
import { t } from '../../shared/text/t'
import { parseArguments, type ParsedArguments } from './arguments'
import type { Call, Command, GlobalOptions, Streams } from './command'
import { commandTable } from './commandTable'
import { commandUsage, programHelp } from './help'
import { errorDocument, write, writeJson } from './output'
import { messageOf } from '../../shared/text/failureText'

/**
 * Runs one command line.
 *
 * @param words  what was typed after the program's name
 * @returns      the exit code: 0 done, 1 refused, 2 wrong usage (cli.md)
 */
export async function runCommandLine(words: readonly string[], streams: Streams): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await write(streams.stdout, `${programHelp(availableCommands())}\n`)
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    await write(streams.stdout, `${programVersion}\n`)
    return 0
  }
  const wantsJson = rest.includes('--json')
  const load = isCommandName(name) ? commandTable[name] : undefined
  if (!load) return refuse(fail('usage_unknown_command', undefined, { value: name }), wantsJson, streams)
  try {
    const command = await load()
    const outcome = await runCommand(command, rest, streams)
    return outcome.ok ? 0 : await refuse(named(outcome, name), wantsJson, streams)
  } catch (thrown) {
    // Loaded when it is needed: not every command opens a database.
    const { failureOfThrown } = await import('../register/thrownFailure')
    const failure = failureOfThrown(thrown)
    if (failure !== null) return refuse(failure, wantsJson, streams)
    await write(streams.stderr, `${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`)
    return refuse(fail('unexpected'), wantsJson, streams)
  }
}

async function runCommand(command: Command, words: readonly string[], streams: Streams): Promise<Result<null>> {
  const parsed = parseArguments(command.name, words, command.arguments, command.options)
  if (!parsed.ok) return parsed
  if (parsed.value.options.help === true) {
    await write(streams.stdout, `${commandUsage(command)}\n`)
    return succeed(null)
  }
  const call = callOf(parsed.value, streams)
  const answer = await command.run(call)
  if (!answer.ok) return answer
  if (answer.value === undefined) return succeed(null)
  if (call.global.json) await writeJson(streams.stdout, answer.value)
  else await write(streams.stdout, `${await command.print(answer.value, call)}\n`)
  return succeed(null)
}

function callOf(parsed: ParsedArguments, streams: Streams): Call {
  const { register, json, today, operator, ...options } = parsed.options
  const global: GlobalOptions = {
    register: realRegister(typeof register === 'string' ? register : defaultRegisterPath(process.env, process.platform)),
    json: json === true,
    operator: typeof operator === 'string' ? operator : undefined,
    ...clockOf(typeof today === 'string' ? today : undefined),
  }
  const progress = (text: string): void => void streams.stderr.write(`${text}\n`)
  // The only cast: the parser has checked every value against the command's own table.
  return { arguments: parsed.positionals, options: options as Call['options'], global, streams, progress }
}

function clockOf(today: string | undefined): Pick<GlobalOptions, 'today' | 'now'> {
  if (today === undefined) return { today: localDate(Date.now()), now: () => Date.now() }
  const shiftMs = Date.parse(today) - Date.parse(localDate(Date.now()))
  return { today, now: () => Date.now() + shiftMs }
}

/** Services do not know which command asked them; the hint to its help needs the name. */
function named(failure: Failure, command: string): Failure {
  return failure.code.startsWith('usage_') ? { ...failure, details: { command, ...failure.details } } : failure
}

async function refuse(failure: Failure, wantsJson: boolean, streams: Streams): Promise<number> {
  if (wantsJson) await writeJson(streams.stdout, errorDocument(failure))
  else await write(streams.stderr, `${t('cli.error', { message: messageOf(failure) })}\n`)
  return failure.code.startsWith('usage_') ? 2 : 1
}

function isCommandName(name: string): name is CommandName {
  return commandNames.some((known) => known === name)
}

function availableCommands(): CommandName[] {
  return commandNames.filter((name) => commandTable[name] !== undefined)
}
