import { useQuery } from '@tanstack/react-query'
import { callBridge } from './bridgeClient'

/** Which register is open, and how much is in it. */
export function useRegisterStatus() {
  return useQuery({ queryKey: ['register.status'], queryFn: () => callBridge('register.status', {}) })
}
