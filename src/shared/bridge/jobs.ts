import type { OperationName, Request } from './contract'

type CancelName = Extract<OperationName, `${string}.cancel${string}`>

/** A call that gives work up. */
export type CancelCall<K extends CancelName = CancelName> = { [N in K]: { call: N; input: Request<N> } }[K]

/** Long work as it introduces itself with everything that is told of it. */
export interface Job {
  jobId: string
  /** Text key of the job's name. */
  name: string
  /** Null for work that is over in a moment or must not be left half done. */
  cancel: CancelCall | null
  /** Its own page says why it failed, so that the frame need not. */
  tellsFailure?: true
}
