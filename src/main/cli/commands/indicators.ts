import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import { allowedFilters, calendarOf, indicatorDefinition, indicatorNames, isCounted, isStock, nameOf, type Indicator } from '../../../shared/domain/catalogue/indicators'
import { filterDefinitions } from '../../../shared/domain/catalogue/filters'
import { ruleTexts } from '../../../shared/domain/catalogue/rules'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { argumentHelp } from '../../../shared/text/helpTexts'
import { t } from '../../../shared/text/t'
import { defineIndicator, judgeDefinition, retireIndicator, type IndicatorChange } from '../../register/indicators/defineIndicator'
import { ownIndicators, type OwnEntry } from '../../register/indicators/ownIndicators'
import { invalidIndicator, problemAt, problemText } from '../../register/indicators/writtenDefinition'
import { usesLeadRule } from '../../register/ranking/rankIndicator'
import { defineCommand, type Call } from '../command'
import { textTable } from '../textTable'
import { withRecords } from '../withRecords'
import { withSession } from '../withSession'

const options = { 'dry-run': { type: 'flag' } } as const
type IndicatorsCall = Call<typeof options>

interface Described {
  indicator: string
  label: string
  unit: string
  shape: string
  kind: string
  calendar: string
  decimals: number
  definition: string
  options: string[]
  filters: { name: string; label: string; values: (typeof filterDefinitions)[keyof typeof filterDefinitions]['values'] }[]
  rules: { name: string; text: string }[]
  /** Of the office's own: version, what was written, and what is wrong where it cannot be counted. */
  version?: number
  written?: OwnEntry['written']
  problems?: NonNullable<OwnEntry['compiled']['problems']>
}

type Answer = IndicatorChange | Described[]

/** What there is to rank, with definitions and options, and the office's own definitions (cli.md). */
export const indicators = defineCommand({
  name: 'indicators',
  arguments: [{ name: 'action', choices: ['define', 'remove'], isOptional: true }, { name: 'definition', isOptional: true }],
  options,
  run: answerOf,
  print: (answer, call) => (Array.isArray(answer)
    ? textTable([t('indicators.name'), t('indicators.label'), t('indicators.unit'), t('indicators.filters'), t('indicators.version'), t('indicators.definition')],
      answer.map(({ indicator, label, unit, filters, version, definition }) => [indicator, label, unit, filters.map(({ name }) => name), version ?? '', definition]))
    : printChange(answer, call)),
})

function printChange({ indicator, label, version, isRetired, sequence }: IndicatorChange, call: IndicatorsCall): string {
  const values = { indicator, label, version }
  if (isRetired) return t('indicator.removed', values)
  if (sequence !== null) return t('indicator.defined', values)
  return call.options['dry-run'] ? t('indicator.wouldDefine', values) : t('indicator.unchanged', values)
}

async function answerOf(call: IndicatorsCall): Promise<Result<Answer>> {
  const [action, what] = call.arguments
  if (action === undefined) return withSession(call, async ({ columns }) => succeed(describeAll(await ownIndicators(await columns.current()))))
  if (what === undefined) return fail('usage_missing_argument', undefined, { value: argumentHelp.definition.zh, command: 'indicators' })
  if (action === 'remove') return withRecords(call, async (services, { columns }) => retireIndicator(services, await columns.current(), what))
  const read = await readWritten(call, what)
  if (!read.ok) return read
  if (call.options['dry-run']) return withSession(call, async ({ columns }) => judged(await judgeDefinition(await columns.current(), read.value)))
  return withRecords(call, async (services, { columns }) => defineIndicator(services, await columns.current(), read.value))
}

function judged(judgement: Awaited<ReturnType<typeof judgeDefinition>>): Result<IndicatorChange> {
  if (!judgement.ok) return judgement
  const { written, indicator } = judgement.value
  return succeed({ indicator: written.id, label: written.name, version: indicator.version, isRetired: false, sequence: null })
}

/** The JSON of a file, or of standard input for `-`. */
async function readWritten(call: IndicatorsCall, path: string): Promise<Result<unknown>> {
  const text = path === '-' ? await readAll(call.streams.stdin) : await readFile(path, 'utf8').catch(() => null)
  if (text === null) return fail('file_not_found', { file: path })
  try {
    return succeed(JSON.parse(text.replace(/^\ufeff/u, '')))
  } catch {
    return invalidIndicator([problemAt('', 'not_json')])
  }
}

function describeAll(own: readonly OwnEntry[]): Described[] {
  return [
    ...indicatorNames.map((name) => describe(name)),
    ...own.filter(({ isRetired }) => !isRetired).map((entry) => ('indicator' in entry.compiled ? { ...describe(entry.compiled.indicator), written: entry.written } : broken(entry))),
  ]
}

/** One of the office's that stands on something that is gone: it is listed with what is wrong, and cannot be counted. */
function broken({ name, label, version, written, compiled }: OwnEntry): Described {
  return {
    indicator: name, label, unit: written?.unit ?? '', shape: written?.shape ?? 'flow', kind: 'flow', calendar: 'calendar', decimals: written?.decimals ?? 0,
    definition: (compiled.problems ?? []).map(problemText).join('；'), options: [], filters: [], rules: [], version, written, problems: compiled.problems ?? [],
  }
}

function describe(indicator: Indicator): Described {
  const { label, unit, shape, decimals, definition, rules } = indicatorDefinition(indicator)
  const taken = ['period', ...(isStock(indicator) ? ['as-of'] : []), ...(usesLeadRule(indicator) ? ['lead-rule'] : []), 'zones', 'source', 'scope', ...(shape === 'per_10k' ? ['population'] : [])]
  return {
    indicator: nameOf(indicator), label, unit, shape, kind: isStock(indicator) ? 'stock' : 'flow', calendar: calendarOf(indicator), decimals, definition, options: taken,
    filters: isCounted(indicator) ? allowedFilters(indicator).map((name) => ({ name, label: filterDefinitions[name].label, values: filterDefinitions[name].values })) : [],
    rules: rules.map((name) => ({ name, text: ruleTexts[name] })),
    ...(typeof indicator === 'string' ? {} : { version: indicator.version }),
  }
}
