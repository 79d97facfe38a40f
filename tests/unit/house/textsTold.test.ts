import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import { en } from '../../../src/shared/text/en'
import { zhCN } from '../../../src/shared/text/zh-CN'

const root = join(import.meta.dirname, '../../..')

interface Node { type: string; [part: string]: unknown }

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** What a template says whatever falls into its holes, as a pattern of keys; null where that is too little to tell a family of keys. */
function familyOf(quasis: readonly Node[]): string | null {
  const parts = quasis.map(({ value }) => String((value as { cooked?: string }).cooked))
  return /^[\w.-]*$/u.test(parts.join('')) && /\w\w\.|\.\w\w/u.test(parts.join('…')) ? parts.map((part) => part.replaceAll('.', String.raw`\.`)).join('.+') : null
}

/** Keys in so many words, and families of keys (`error.${code}`). Types tell nothing. */
function collect(node: Node, keys: Set<string>, families: Set<string>): void {
  if (node.type.startsWith('TS') && /Type|Interface/u.test(node.type)) return
  if (node.type === 'Literal' && typeof node['value'] === 'string') keys.add(node['value'])
  if (node.type === 'TemplateLiteral') {
    const family = familyOf(node['quasis'] as Node[])
    if (family !== null) families.add(family)
  }
  for (const part of Object.values(node).flat()) if (isNode(part)) collect(part, keys, families)
}

describe('the texts', () => {
  it('are told somewhere, every one of them', () => {
    const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !/text[\\/](?:zh|en)[\\/]/u.test(file))
    const [keys, families] = [new Set<string>(), new Set<string>()]
    for (const file of files) collect(parseSync(file, readFileSync(join(root, file), 'utf8')).program as unknown as Node, keys, families)
    const patterns = [...families].map((family) => new RegExp(`^${family}$`, 'u'))
    expect(files.length).toBeGreaterThan(500)
    expect(Object.keys(zhCN).filter((key) => !keys.has(key) && !patterns.some((pattern) => pattern.test(key)))).toEqual([])
  })

  it('stand in one file of their language each', () => {
    const counts = (language: string): number => globSync(`src/shared/text/${language}/*.ts`, { cwd: root })
      .map((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/^ {2}(?:'[\w.-]+'|[\w-]+):/gmu)].length).reduce((sum, count) => sum + count, 0)
    expect({ zh: counts('zh'), en: counts('en') }).toEqual({ zh: Object.keys(zhCN).length, en: Object.keys(en).length })
  })
})
