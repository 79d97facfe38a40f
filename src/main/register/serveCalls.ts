import { fail, type Result } from '../../shared/domain/result'
import type { Output, RegisterHandlers, RegisterOperationName } from '../../shared/bridge/contract'
import type { FromRegister, ToRegister } from '../../shared/bridge/messages'
import { answerIn } from './callLanguage'
import { failureOfThrown } from './thrownFailure'

type Call = Extract<ToRegister, { type: 'call' }>
type AnyHandler = (input: Call['input']) => Promise<Result<Output<RegisterOperationName>>>

/** Answers one call with the handler of its name. A thrown bug becomes `unexpected` and is logged with its stack. */
export async function answerCall(handlers: RegisterHandlers, call: Call, post: (message: FromRegister) => void): Promise<void> {
  post({ type: 'reply', id: call.id, result: await resultOf(handlers, call) })
}

async function resultOf(handlers: RegisterHandlers, call: Call): Promise<Result<Output<RegisterOperationName>>> {
  try {
    // The only cast: TypeScript cannot link a call's name and its input. The main process has checked the input.
    const handler = handlers[call.name] as unknown as AnyHandler
    return await answerIn(call.language, call.name, () => handler(call.input))
  } catch (error) {
    const failure = failureOfThrown(error)
    if (failure === null) console.error(error)
    return failure ?? fail('unexpected')
  }
}
