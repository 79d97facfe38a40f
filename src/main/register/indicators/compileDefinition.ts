import {
  calendarOf, countDefinition, isCount, isIndicatorName, type CountTerm, type IndicatorDefinition, type OwnIndicator,
} from '../../../shared/domain/catalogue/indicators'
import { ruleTexts, type RuleName } from '../../../shared/domain/catalogue/rules'
import { t } from '../../../shared/text/t'
import { narrowed, readNarrowing } from './definedFilters'
import { narrowingText } from './narrowingText'
import { problemAt, type DefinitionProblem, type WrittenDefinition } from './writtenDefinition'

/** The office's definitions by name, as they would stand together. */
export type DefinitionsByName = ReadonlyMap<string, WrittenDefinition>

export type Compiled = { indicator: OwnIndicator; problems?: never } | { problems: DefinitionProblem[] }

/** Turns what was written into an indicator that the engine counts, or says all that is wrong with it. */
export function compileDefinition(written: WrittenDefinition, version: number, known: DefinitionsByName): Compiled {
  const counted = termOf(written, '', known, [written.id])
  const whole = written.whole ? termOf(written.whole, 'whole.', known, [written.id]) : null
  const problems = [...counted.problems, ...(whole?.problems ?? []), ...rulesProblems(written)]
  if (counted.term) problems.push(...shapeProblems(written, counted.term, whole?.term ?? null))
  if (problems.length > 0 || !counted.term) return { problems }
  const definition = definitionOf(written, counted.term, whole?.term ?? null)
  return { indicator: { name: written.id, version, definition, term: counted.term } }
}

interface Term { term: CountTerm | null; problems: DefinitionProblem[] }

/** A count with its filters, through definitions that stand on definitions. */
function termOf({ of, filters, everywhere }: { of: string; filters: readonly string[]; everywhere?: boolean | undefined }, at: string, known: DefinitionsByName, seen: readonly string[]): Term {
  const base = baseOf(of, `${at}of`, known, seen)
  if (!base.term) return base
  const { narrowing, problems } = readNarrowing(base.term.count, filters, `${at}filters`)
  const both = narrowed(base.term.filters ?? {}, narrowing.filters)
  if (problems.length === 0 && Object.values(both).some((values) => values.length === 0)) problems.push(problemAt(`${at}filters`, 'nothing_left', filters.join(' ')))
  // Whose role it is cannot be asked of what belongs nowhere.
  if (everywhere && both.role !== undefined) problems.push(problemAt(`${at}everywhere`, 'not_for_shape', 'role'))
  return { term: { count: base.term.count, filters: both, where: [...(base.term.where ?? []), ...narrowing.where], ...(everywhere ? { everywhere: true } : {}) }, problems }
}

function baseOf(of: string, at: string, known: DefinitionsByName, seen: readonly string[]): Term {
  if (isIndicatorName(of)) return isCount(of) ? { term: { count: of }, problems: [] } : { term: null, problems: [problemAt(at, 'not_a_count', of)] }
  if (seen.includes(of)) return { term: null, problems: [problemAt(at, 'circular', [...seen, of].join(' → '))] }
  const own = known.get(of)
  if (!own) return { term: null, problems: [problemAt(at, 'unknown_indicator', of)] }
  if (own.shape !== 'flow' && own.shape !== 'stock') return { term: null, problems: [problemAt(at, 'not_a_count', of)] }
  const base = termOf(own, '', known, [...seen, of])
  // A fault of another definition is told as a fault of what stands on it.
  return base.problems.length === 0 ? base : { term: null, problems: base.problems.map((problem) => ({ ...problem, at })) }
}

function rulesProblems({ rules }: WrittenDefinition): DefinitionProblem[] {
  return rules.flatMap((name, index) => (Object.hasOwn(ruleTexts, name) ? [] : [problemAt(`rules.${index}`, 'unknown_rule', name)]))
}

/** Stocks and flows never meet in one figure (domain.md 8.5), and neither do the two calendars. */
function shapeProblems({ shape, of, unit, whole }: WrittenDefinition, term: CountTerm, below: CountTerm | null): DefinitionProblem[] {
  const { shape: counted } = countDefinition(term.count)
  if ((shape === 'flow' || shape === 'stock') && shape !== counted) return [problemAt('shape', 'wrong_shape', shape, counted)]
  if (shape !== 'ratio' || !below) return []
  const isOther = countDefinition(below.count).shape !== counted || calendarOf(below.count) !== calendarOf(term.count)
  return [
    ...(isOther ? [problemAt('whole.of', 'other_days', `${of} / ${whole?.of ?? ''}`)] : []),
    ...(unit === '%' ? [] : [problemAt('unit', 'bad_value', unit, '%')]),
  ]
}

const usualDecimals = { flow: 0, stock: 0, per_10k: 2, per_100: 1, ratio: 1 } as const

function definitionOf(written: WrittenDefinition, term: CountTerm, whole: CountTerm | null): IndicatorDefinition {
  const counted = countDefinition(term.count)
  const described = {
    label: written.name, unit: written.unit, decimals: written.decimals ?? usualDecimals[written.shape],
    definition: written.definition ?? sentenceOf(written, term, whole), rules: rulesOf(written, term, whole),
  }
  switch (written.shape) {
    case 'flow': case 'stock': return { ...counted, ...described }
    case 'per_10k': return { ...described, shape: 'per_10k', factor: 1, numerator: term, denominator: 'population' }
    case 'per_100': return { ...described, shape: 'per_100', factor: 100, numerator: term, denominator: 'market_entities' }
    case 'ratio': return { ...described, shape: 'ratio', factor: 100, numerator: term, denominator: whole ?? term }
  }
}

const shapeRules: Readonly<Record<WrittenDefinition['shape'], readonly RuleName[]>> = {
  flow: [], stock: [], per_10k: ['population_permanent', 'population_city_published'], per_100: ['entities_year_end'], ratio: ['ratio_in_points'],
}

function rulesOf({ shape, rules }: WrittenDefinition, term: CountTerm, whole: CountTerm | null): RuleName[] {
  const below = whole ? countDefinition(whole.count).rules : []
  return [...new Set([...countDefinition(term.count).rules, ...below, ...shapeRules[shape], ...(rules as RuleName[])])] // judged by rulesProblems
}

function sentenceOf({ shape }: WrittenDefinition, term: CountTerm, whole: CountTerm | null): string {
  const counted = narrowingText(term)
  switch (shape) {
    case 'flow': case 'stock': return counted
    case 'per_10k': return t('indicator.own.per_10k', { counted })
    case 'per_100': return t('indicator.own.per_100', { counted })
    case 'ratio': return t('indicator.own.ratio', { counted, whole: whole ? narrowingText(whole) : '' })
  }
}
