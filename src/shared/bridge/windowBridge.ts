import type { Result } from '../domain/result'
import type { OperationName, Output, Request } from './contract'
import type { BridgeEvents, EventName } from './events'

/** What the preload script puts on `window.bridge`: the only way out of a window. */
export interface WindowBridge {
  call<K extends OperationName>(name: K, input: Request<K>): Promise<Result<Output<K>>>
  /** @returns the function that ends the subscription */
  subscribe<K extends EventName>(name: K, listener: (payload: BridgeEvents[K]) => void): () => void
  /** Where a File of the page that was dropped or chosen lies; empty when it lies nowhere on this machine. */
  pathOfFile(file: object): string
}

/** Channels of the bridge; nothing else is listened to. */
export type BridgeChannel = 'bridge:call' | `bridge:event:${EventName}`
