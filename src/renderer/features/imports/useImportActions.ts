import { useMutation } from '@tanstack/react-query'
import type { OperationName, Request } from '../../../shared/bridge/contract'
import { callBridge } from '../../bridge/bridgeClient'
import { useGiveBack } from './useGiveBack'

type ImportCall = { [K in OperationName]: { name: K; input: Request<K> } }[OperationName]

export interface ImportActions {
  /** Makes a call of the import screens; what it changed comes back as an event. */
  run(call: ImportCall): void
  giveBack: ReturnType<typeof useGiveBack>['giveBack']
  error: unknown
}

/** Calls that change something, with one place for what went wrong. */
export function useImportActions(onSaid: (text: string) => void): ImportActions {
  const call = useMutation({ mutationFn: ({ name, input }: ImportCall) => callBridge(name, input as never) }) // a call's name and input come as a pair
  const { giveBack, error } = useGiveBack(onSaid)
  return { run: call.mutate, giveBack, error: call.error ?? error }
}
