import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const tellers = new Set(['t', 'textOf', 'messageOf', 'shortLabel', 'named', 'listed', 'locale', 'language'])

interface Node { type: string; [part: string]: unknown }

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

const walks = new Set(['map', 'flatMap', 'filter', 'reduce', 'forEach'])

/** Calls of a teller that run while the module loads: outside every function but those that a walk over a list runs at once. */
function earlyCalls(node: Node, runsNow = false): string[] {
  if (/Function|^Class/u.test(node.type) && !runsNow) return []
  const callee = node['callee']
  const name = node.type === 'CallExpression' && isNode(callee) ? callee['name'] : undefined
  const own = typeof name === 'string' && tellers.has(name) ? [name] : []
  const parts = Object.values(node).flatMap((part) => (Array.isArray(part) ? part : [part])).filter(isNode)
  const isWalk = isNode(callee) && isNode(callee['property']) && walks.has(String(callee['property']['name']))
  return [...own, ...parts.flatMap((part) => earlyCalls(part, isWalk))]
}

describe('texts', () => {
  it('are told when they are asked for, never while a module loads, so that the language can be chosen', () => {
    const files = globSync('src/**/*.{ts,tsx}', { cwd: root })
    const early = files.flatMap((file) => {
      const source = readFileSync(join(root, file), 'utf8')
      // The first module of the window says the language, and is about nothing else.
      if (file.endsWith(join('app', 'language.ts')) || !source.includes('/text/')) return []
      const { program } = parseSync(file, source)
      return earlyCalls(program as unknown as Node).map((name) => `${file}: ${name}()`)
    })
    expect(files.length).toBeGreaterThan(500)
    expect(early).toEqual([])
  })
})
