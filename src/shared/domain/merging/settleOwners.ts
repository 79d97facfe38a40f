import type { Values } from '../catalogue/fields'
import type { Effect, Settling } from './settling'
import type { Statement } from './statement'

/** What is said of the first owner alone. */
const ofFirst = ['ownerUscc', 'ownerPlace', 'ownerAddress', 'ownerType'] as const

/**
 * Owners in common with a row for each, the patent's number merged over them or printed again: rows that follow each other in one
 * file, each with one owner, are one list. Rows of publications or events tell how owners changed and are none.
 */
export class OwnerSettling implements Settling {
  private first: Statement | null = null
  private names: string[] = []
  private row = 0

  take(statement: Statement): Effect {
    const { parties, publications, _statusOn } = statement.values
    if (!Array.isArray(parties)) return 'none'
    const [name, ...more] = parties
    const [source, row] = statement.order
    const isOne = typeof name === 'string' && more.length === 0 && publications === undefined && _statusOn === undefined
    const follows = isOne && this.first?.order[0] === source && (row === this.row + 1 || this.names.includes(name))
    if (!follows) {
      this.first = isOne ? statement : null
      this.names = []
    }
    if (isOne && !this.names.includes(name)) this.names.push(name)
    this.row = row
    return 'none'
  }

  settle(values: Values): void {
    const [standing, ...others] = Array.isArray(values.parties) ? values.parties : []
    // What a more trusted source says stands.
    if (this.first === null || this.names.length < 2 || others.length > 0 || typeof standing !== 'string' || !this.names.includes(standing)) return
    values.parties = this.names
    for (const field of ofFirst) {
      const said = this.first.values[field]
      if (typeof said === 'string') values[field] = said
      else delete values[field]
    }
  }
}
