import { normaliseName } from '../../../shared/domain/text'
import type { ColumnSource } from '../../store/columnSource'
import { parseTexts } from './storedTexts'

/** What a person said about names; all by normalised name. */
export interface NameLinks {
  /** A name that stands for another one, and that other one. */
  meant: ReadonlyMap<string, string>
  /** Pairs that are not one unit: see {@link pairKey}. */
  apart: ReadonlySet<string>
}

export async function loadNameLinks(source: ColumnSource): Promise<NameLinks> {
  const meant = new Map<string, string>()
  const apart = new Set<string>()
  await source.scan('name_link', ['verdict', 'names'], (page) => {
    for (const [, verdict, json] of page) {
      const [first, ...others] = parseTexts(json).map(normaliseName)
      if (first === undefined) continue
      for (const other of others) {
        if (verdict === 'same') meant.set(other, first)
        else apart.add(pairKey(first, other))
      }
    }
  })
  return { meant, apart }
}

/** Two normalised names as one key, whichever comes first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`
}
