import type { FoundList } from './listService'

/** Results kept at once: a window asks anew for what fell out. A vector of a million records takes 4 MB. */
const keptResults = 24

/** Results of lists by the handle that a window holds; the least recently used one goes first. */
export class ResultHandles {
  readonly #results = new Map<number, FoundList>()
  #next = 1

  keep(result: FoundList): number {
    const handle = this.#next++
    this.#results.set(handle, result)
    const [oldest] = this.#results.keys()
    if (this.#results.size > keptResults && oldest !== undefined) this.#results.delete(oldest)
    return handle
  }

  get(handle: number): FoundList | undefined {
    const result = this.#results.get(handle)
    if (result !== undefined) {
      this.#results.delete(handle)
      this.#results.set(handle, result)
    }
    return result
  }

  close(handle: number): void {
    this.#results.delete(handle)
  }

  clear(): void {
    this.#results.clear()
  }
}
