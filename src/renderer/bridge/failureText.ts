import { sentenceOf } from '../../shared/text/failureText'
import { textOf } from '../../shared/text/t'
import { BridgeFailure } from './bridgeClient'

/** What a clerk reads when a call failed; a bug reads as `unexpected`. */
export function failureText(error: unknown): string {
  if (!(error instanceof BridgeFailure)) return textOf('error.unexpected')
  const { code, at, details } = error.failure
  // The command line names the file in front of the sentence, the window within it.
  return sentenceOf(code, { ...(at?.file === undefined ? {} : { path: at.file }), ...details })
}
