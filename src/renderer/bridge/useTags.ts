import { useQuery } from '@tanstack/react-query'
import type { CountedTag } from '../../shared/bridge/tags'
import { callBridge } from './bridgeClient'

const none: readonly CountedTag[] = []

/** The tags of all lists with their counts. @param isWanted  asked only while somebody looks at them or picks one */
export function useTags(isWanted: boolean): readonly CountedTag[] {
  const tags = useQuery({ queryKey: ['tags.list'], queryFn: () => callBridge('tags.list', {}), enabled: isWanted })
  return tags.data?.tags ?? none
}
