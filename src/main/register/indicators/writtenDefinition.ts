import { z } from 'zod'
import { t, textOf } from '../../../shared/text/t'
import { fail, type Failure } from '../../../shared/domain/result'

/** The shapes of the catalogue (catalogue/indicators.ts). */
const indicatorShapes = ['flow', 'stock', 'per_10k', 'per_100', 'ratio'] as const

const filters = z.array(z.string().min(1).max(400)).max(20).default([])
/** A count by name, of the program or the office's own, and what of it is meant. */
const countOf = { of: z.string().min(1).max(60), filters }

/** An indicator as the office writes it down (docs/cli.md "indicators"). */
export const writtenDefinition = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/),
  name: z.string().trim().min(1).max(60),
  unit: z.string().trim().min(1).max(12),
  /** Places after the point; by the shape where left out. */
  decimals: z.int().min(0).max(4).optional(),
  /** A sentence for 口径说明; made from the filters where left out. */
  definition: z.string().trim().min(1).max(500).optional(),
  shape: z.enum(indicatorShapes),
  ...countOf,
  /** Below the line of a ratio. */
  whole: z.strictObject({ ...countOf, /** All that is registered, wherever it belongs. */ everywhere: z.boolean().default(false) }).optional(),
  /** Named counting rules to print beside those of the counts. */
  rules: z.array(z.string().max(60)).max(20).default([]),
})
export type WrittenDefinition = z.output<typeof writtenDefinition>

const problemKinds = [
  'not_json', 'missing', 'unknown_field', 'wrong_type', 'bad_value', 'name_taken', 'unknown_indicator', 'not_a_count', 'circular', 'fixed_filter', 'nothing_left', 'wrong_shape',
  'other_days', 'not_for_shape', 'unknown_rule', 'breaks_others',
] as const

/** What is wrong with a definition, and where: `whole.filters.0`. */
export interface DefinitionProblem {
  at: string
  problem: (typeof problemKinds)[number]
  value: string
  /** What would be right, as far as it can be listed. */
  expected: string
}

export function problemAt(at: string, problem: DefinitionProblem['problem'], value: unknown = '', expected: readonly string[] | string = ''): DefinitionProblem {
  return { at, problem, value: typeof value === 'string' ? value : JSON.stringify(value ?? ''), expected: typeof expected === 'string' ? expected : expected.join('、') }
}

/** All that is wrong at once, each with its place, and as sentences. */
export function invalidIndicator(problems: readonly DefinitionProblem[]): Failure {
  return fail('invalid_indicator', undefined, { problems, text: problems.map(problemText).join('；') })
}

export function problemText(problem: DefinitionProblem): string {
  const what = textOf(`indicator.problem.${problem.problem}`, { ...problem })
  return `${problem.at === '' ? '' : `${problem.at}：`}${what}${problem.expected === '' ? '' : t('indicator.problem.expected', { expected: problem.expected })}`
}

/** Checks the shape of what was written; what its words mean is judged when it is compiled. */
export function readDefinition(written: unknown): { definition: WrittenDefinition; problems?: never } | { definition?: never; problems: DefinitionProblem[] } {
  const read = writtenDefinition.safeParse(written)
  if (!read.success) return { problems: read.error.issues.flatMap((issue) => problemsOf(issue, written)) }
  const { shape, whole } = read.data
  if (shape === 'ratio' && !whole) return { problems: [problemAt('whole', 'missing')] }
  if (shape !== 'ratio' && whole) return { problems: [problemAt('whole', 'not_for_shape', shape)] }
  return { definition: read.data }
}

type Issue = z.core.$ZodIssue

function problemsOf(issue: Issue, written: unknown): DefinitionProblem[] {
  const at = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => problemAt(at === '' ? key : `${at}.${key}`, 'unknown_field', key))
  const value = issue.path.reduce<unknown>((part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined), written)
  if (value === undefined && issue.path.length > 0) return [problemAt(at, 'missing')]
  if (issue.code === 'invalid_type') return [problemAt(at, 'wrong_type', value, issue.expected)]
  return [problemAt(at, 'bad_value', value, expectationOf(issue))]
}

function expectationOf(issue: Issue): string | string[] {
  switch (issue.code) {
    case 'invalid_value': return issue.values.map(String)
    case 'too_small': return `≥ ${String(issue.minimum)}`
    case 'too_big': return `≤ ${String(issue.maximum)}`
    case 'invalid_format': return 'pattern' in issue ? String(issue.pattern) : ''
    default: return ''
  }
}
