import { useEffect, useEffectEvent } from 'react'
import type { OperationName, Output, Request } from '../../shared/bridge/contract'
import type { BridgeEvents, EventName } from '../../shared/bridge/events'
import type { WindowBridge } from '../../shared/bridge/windowBridge'
import type { Failure } from '../../shared/domain/result'

declare global {
  interface Window {
    bridge: WindowBridge
  }
}

/** An expected failure on its way through a query; the code is turned into Chinese where it is shown. */
export class BridgeFailure extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.name = 'BridgeFailure'
    this.failure = failure
  }
}

/** Calls the register or the shell. Rejects with a BridgeFailure, which is what the query cache wants. */
export async function callBridge<K extends OperationName>(name: K, input: Request<K>): Promise<Output<K>> {
  const result = await window.bridge.call(name, input)
  if (!result.ok) throw new BridgeFailure(result)
  return result.value
}

/** Listens to an event of the bridge as long as the component stands. */
export function useBridgeEvent<K extends EventName>(name: K, listener: (payload: BridgeEvents[K]) => void): void {
  const latest = useEffectEvent(listener)
  useEffect(() => window.bridge.subscribe(name, (payload) => latest(payload)), [name])
}

/** Whether a call ended because the clerk gave it up: that is no failure to be shown. */
export function isCancelled(error: unknown): boolean {
  return error instanceof BridgeFailure && error.failure.code === 'job_cancelled'
}
