import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../../src/shared/domain/questions/evaluate'

interface GoldenCase { id: string; kind: string; input: unknown; context?: unknown; expect: Record<string, unknown>; reason: string }
interface GoldenFile { meta: { count: number; as_of: string }; cases: GoldenCase[] }

const golden = JSON.parse(readFileSync(new URL('../../../fixtures/golden-cases.json', import.meta.url), 'utf8')) as GoldenFile

describe('golden cases', () => {
  it('are all here', () => {
    expect(golden.cases).toHaveLength(golden.meta.count)
  })

  it.each(golden.cases)('$id $kind: $reason', ({ kind, input, context, expect: expected }) => {
    const answer = evaluate({ kind, input, context }, { today: golden.meta.as_of })
    const { warnings, ...fields } = expected
    for (const [name, value] of Object.entries(fields)) expect(answer?.[name], name).toEqual(value)
    if (warnings !== undefined) expect(answer?.['warnings']).toEqual(expect.arrayContaining(warnings as unknown[]))
  })
})
