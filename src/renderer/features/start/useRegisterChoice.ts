import { useMutation, useQueryClient } from '@tanstack/react-query'
import { callBridge } from '../../bridge/bridgeClient'

export interface RegisterChoice {
  /** Asks for a file, then makes or opens the register in it. */
  choose(create: boolean): void
  open(file: string): void
  isBusy: boolean
  error: unknown
}

/** @param onFailed  told where another register is open and stays: there is no page then that says why */
export function useRegisterChoice(onFailed: (error: unknown) => void): RegisterChoice {
  const queries = useQueryClient()
  const opening = useMutation({
    mutationFn: async ({ create, named }: { create: boolean; named: string | null }) => {
      const file = named ?? (await callBridge('shell.chooseRegister', { create })).file
      if (file !== null) await callBridge('register.open', { file, create })
    },
    onSuccess: () => queries.invalidateQueries(),
    onError: (error) => {
      onFailed(error)
      return queries.invalidateQueries({ queryKey: ['register.status'] })
    },
  })
  const choose = (create: boolean): void => opening.mutate({ create, named: null })
  const open = (file: string): void => opening.mutate({ create: false, named: file })
  return { choose, open, isBusy: opening.isPending, error: opening.error }
}
