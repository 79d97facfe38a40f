import { useRegisterStatus } from './useRegisterStatus'

/** Whether the open register has no record of any kind; false until that is known. */
export function useIsEmptyRegister(): boolean {
  const { data } = useRegisterStatus()
  return data !== undefined && Object.values(data.counts).every((count) => count === 0)
}
