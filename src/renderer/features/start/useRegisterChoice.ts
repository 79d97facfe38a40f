import { useMutation, useQueryClient } from '@tanstack/react-query'
import { callBridge } from '../../bridge/bridgeClient'

export interface RegisterChoice {
  /** Asks for a file, then makes or opens the register in it. */
  choose(create: boolean): void
  isBusy: boolean
  error: unknown
}

export function useRegisterChoice(): RegisterChoice {
  const queries = useQueryClient()
  const opening = useMutation({
    mutationFn: async (create: boolean) => {
      const { file } = await callBridge('shell.chooseRegister', { create })
      if (file !== null) await callBridge('register.open', { file, create })
    },
    onSuccess: () => queries.invalidateQueries(),
    onError: () => queries.invalidateQueries({ queryKey: ['register.status'] }),
  })
  return { choose: opening.mutate, isBusy: opening.isPending, error: opening.error }
}
