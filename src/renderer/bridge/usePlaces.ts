import { useQuery } from '@tanstack/react-query'
import { callBridge } from './bridgeClient'

const none: readonly string[] = []

/** Names of the city's districts in the order of their codes. */
export function usePlaces(): readonly string[] {
  const places = useQuery({ queryKey: ['records.places'], queryFn: () => callBridge('records.places', {}) })
  return places.data?.names ?? none
}
