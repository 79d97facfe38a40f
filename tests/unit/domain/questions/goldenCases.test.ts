import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evaluate, isKnownKind } from '../../../../src/shared/domain/questions/evaluate'

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

describe('further questions', () => {
  const ask = (kind: string, input: unknown) => evaluate({ kind, input }, { today: golden.meta.as_of })

  it('a patent that stands twice in a list has the criteria of both lines', () => {
    const patents = [{ no: 'p1', criteria: ['strategic'] }, { no: 'p1', criteria: ['award', 'strategic'] }, { no: 'p2', criteria: [] }]
    expect(ask('high_value_union', { patents, all_valid_inventions: true })).toMatchObject({ high_value: 1, by_criterion: { strategic: 1, award: 1, pledge: 0 } })
  })

  it('of an unknown kind, or of another shape than its kind has, get no answer', () => {
    expect(['growth', 'constructor', 'date'].map((kind) => ask(kind, { current: '12' }))).toEqual([null, null, null])
    expect(['growth', 'date', 'constructor'].map(isKnownKind)).toEqual([true, true, false])
  })
})
