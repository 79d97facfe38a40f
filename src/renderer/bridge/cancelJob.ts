import type { CancelCall } from '../../shared/bridge/jobs'
import { callBridge } from './bridgeClient'

/** Gives a job up by the call that it names; null: there is none. */
export function cancelJob(cancel: CancelCall | null): void {
  if (cancel !== null) void callBridge(cancel.call, cancel.input)
}
