import type { NameStore } from '../../registerStore'
import type { NameReader } from './nameTable'

export function createNameStore(names: NameReader): NameStore {
  return {
    async ids(texts) {
      const found = new Map<string, number>()
      for (const text of texts) {
        const id = names.idOf(text)
        if (id !== undefined) found.set(text, id)
      }
      return found
    },
  }
}
