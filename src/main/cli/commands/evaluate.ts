import { createInterface } from 'node:readline'
import { evaluate as evaluateCase, isKnownKind } from '../../../shared/domain/questions/evaluate'
import { fail, succeed, type Failure } from '../../../shared/domain/result'
import { defineCommand } from '../command'
import { errorDocument, write } from '../output'

/** Longer lines are answered with an error unread. */
const maxLine = 1_000_000

export const evaluate = defineCommand({
  name: 'evaluate',
  arguments: [],
  options: {},
  async run({ streams, global }) {
    for await (const line of createInterface({ input: streams.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() !== '') await write(streams.stdout, `${JSON.stringify(answerOf(line, global.today))}\n`)
    }
    return succeed(undefined)
  },
  print: () => '',
})

/** Answers one line; what cannot be answered gets an error of its own and the next line is read. */
function answerOf(line: string, today: string): unknown {
  const request = line.length > maxLine ? null : parseRequest(line)
  if (request === null) return errorDocument(fail('usage_bad_value', undefined, { option: 'JSON', value: line.slice(0, 80), expected: '{"kind", "input", "context"}' }))
  try {
    const answer = evaluateCase(request, { today })
    return answer ?? errorDocument(isKnownKind(request.kind) ? badInput(request.input) : fail('usage_bad_value', undefined, { option: 'kind', value: request.kind, expected: '' }))
  } catch {
    return errorDocument(badInput(request.input))
  }
}

function badInput(input: unknown): Failure {
  return fail('usage_bad_value', undefined, { option: 'input', value: JSON.stringify(input).slice(0, 80), expected: '' })
}

function parseRequest(line: string): { kind: string; input: unknown; context?: unknown } | null {
  try {
    const value: unknown = JSON.parse(line.replace(/^\uFEFF/, ''))
    if (typeof value !== 'object' || value === null || !('kind' in value) || typeof value.kind !== 'string' || !('input' in value)) return null
    return { kind: value.kind, input: value.input, ...('context' in value ? { context: value.context } : {}) }
  } catch {
    return null
  }
}
