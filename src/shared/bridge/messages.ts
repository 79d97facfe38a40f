import type { Language } from '../domain/language'
import type { Result } from '../domain/result'
import type { Input, Output, RegisterOperationName } from './contract'
import type { BridgeEvents, EventName } from './events'

/**
 * Between the main process and the register process. Calls are numbered; replies carry the number of
 * their call. `language` is that of the window.
 */
export type ToRegister = {
  [K in RegisterOperationName]: { type: 'call'; id: number; name: K; input: Input<K>; language: Language }
}[RegisterOperationName] | ParserAnswer

export type FromRegister =
  | { type: 'reply'; id: number; result: Result<Output<RegisterOperationName>> }
  | { [K in EventName]: { type: 'event'; name: K; payload: BridgeEvents[K] } }[EventName]
  | ParserRequest

/**
 * The register process cannot start processes itself: it asks the main process for a parser and gets a port to it
 * (the message `parser.ready` carries the port), or asks to end one that takes too long.
 */
export type ParserRequest = { type: 'parser.start'; parser: number } | { type: 'parser.kill'; parser: number }
export type ParserAnswer = { type: 'parser.ready'; parser: number } | { type: 'parser.exited'; parser: number; exitCode: number }

/** What the installed command line, which runs in a utility process, hears from the main process. No chunk: the input has ended. */
export type ToCommand = { type: 'input'; chunk: Uint8Array | null } | ParserAnswer
export type FromCommand = { type: 'input.wanted' } | ParserRequest
