import { z } from 'zod'
import { parseCcs, parseIcs, parseIpc } from '../classification'
import { type DateContext, parseDate } from '../dates/dates'
import { createDistrictResolver } from '../places/districts'
import { parseDraftingUnits } from '../standards/draftingUnits'
import { evaluateCounting, isCountingKind, type Answer } from './evaluateCounting'
import { parseNiceClasses } from '../trademarks/niceClass'
import { parseApplicationNumber } from '../patents/patentNumber'
import { parsePctNumber, parsePublicationNumber } from '../patents/patentPublication'
import { qingdaoDistricts } from '../places/qingdaoDistricts'
import { parseStandardNumber } from '../standards/standardNumber'
import { parseRegistrationNumber } from '../trademarks/trademark'
import { parseUscc } from '../units/uscc'

/**
 * One question of domain.md 9 in, its answer out, with the field names of golden-cases.json. The only place that knows
 * both the wire names (org_code, expected_check) and the domain's own.
 */
export interface EvaluateRequest { kind: string; input: unknown; context?: unknown }

type TextInput = string | number
type TextKind = (input: TextInput, today: string, context: DateContext) => Answer

const textKinds: Readonly<Record<string, TextKind>> = {
  uscc: (input) => evaluateUscc(input),
  patent_application_no: evaluateApplicationNumber,
  patent_publication_no: (input) => evaluatePublicationNumber(input),
  pct_no: (input) => evaluatePctNumber(input),
  standard_no: evaluateStandardNumber,
  nice_class: (input) => evaluateNiceClasses(input),
  date: (input, _today, context) => evaluateDate(input, context),
  drafting_units: (input) => evaluateDraftingUnits(String(input)),
  district_alias: (input) => evaluateDistrict(String(input)),
  code_shape: (input) => evaluateCodeShape(String(input)),
}

const textInput = z.union([z.string(), z.number()])
const dateContext = z.object({ base1904: z.boolean().optional() })

/** Whether there are questions of this kind. */
export function isKnownKind(kind: string): boolean {
  return Object.hasOwn(textKinds, kind) || isCountingKind(kind)
}

/** Null when the kind is unknown or the input has not the shape of the kind: wrong use, not a finding. */
export function evaluate(request: EvaluateRequest, { today }: { today: string }): Answer | null {
  const byText = Object.hasOwn(textKinds, request.kind) ? textKinds[request.kind] : undefined
  if (!byText) return evaluateCounting(request.kind, request.input)
  const input = textInput.safeParse(request.input ?? '')
  const context = dateContext.safeParse(request.context ?? {})
  if (!input.success || !context.success) return null
  return byText(input.data, today, context.data.base1904 === undefined ? {} : { base1904: context.data.base1904 })
}

function evaluateUscc(input: TextInput): Answer {
  const result = parseUscc(input)
  if (!result.ok) {
    const { expectedCheck, suggestion, orgCodeOk } = result.details ?? {}
    return { valid: false, error: result.code, warnings: [], ...given({ expected_check: expectedCheck, suggestion, org_code_ok: orgCodeOk }) }
  }
  const { value, warnings, department, category, region, organisationCode } = result
  return { valid: true, normalized: value, warnings, dept: department, category, region, org_code: organisationCode }
}

function evaluateApplicationNumber(input: TextInput, today: string): Answer {
  const result = parseApplicationNumber(input, today)
  if (!result.ok) return { valid: false, error: result.code, warnings: [], ...given({ expected_check: result.details?.['expectedCheck'] }) }
  return { valid: true, normalized: result.value, type: result.type, pct_national_phase: result.pctNationalPhase, year: result.year, warnings: result.warnings }
}

function evaluatePublicationNumber(input: TextInput): Answer {
  const result = parsePublicationNumber(input)
  if (!result.ok) return { valid: false, error: result.code }
  return { valid: true, normalized: result.value, doc: result.document, granted: result.granted }
}

function evaluatePctNumber(input: TextInput): Answer {
  const result = parsePctNumber(input)
  if (!result.ok) return { valid: false, error: result.code }
  return { valid: true, normalized: result.value, kind: result.kind, year: result.year, ...given({ office: result.officeCode ?? undefined }) }
}

function evaluateStandardNumber(input: TextInput, today: string): Answer {
  const result = parseStandardNumber(input, { today })
  if (result.status === 'invalid') {
    return { status: 'invalid', normalized: null, error: result.code, warnings: [], ...given({ kind: result.kind ?? undefined }) }
  }
  const nature = given({ nature: result.nature ?? undefined })
  const warnings = result.warnings.filter((warning) => warning !== 'range_split')
  if (result.status === 'split') {
    return { status: 'split', normalized: null, kind: result.kind, ...nature, items: result.items.map((item) => item.value), warnings }
  }
  const common = { status: result.status, kind: result.kind, ...nature, warnings, ...(result.replaces.length > 0 ? { replaces: result.replaces } : {}) }
  if (result.status !== 'ok') {
    return { ...common, normalized: result.proposal, ...(result.status === 'incomplete' ? { error: result.code } : {}) }
  }
  return { ...common, normalized: result.value, ...given({ adopts: result.adopts ?? undefined, adoption: result.adoption ?? undefined }) }
}

function evaluateNiceClasses(input: TextInput): Answer {
  const result = parseNiceClasses(input)
  return result.ok ? { valid: true, normalized: result.value } : { valid: false, error: result.code }
}

function evaluateDate(input: TextInput, context: DateContext): Answer {
  const result = parseDate(input, context)
  if (!result.ok) return { valid: false, error: result.code, ...given({ candidates: result.details?.['candidates'] }) }
  return { valid: true, iso: result.value, precision: result.precision }
}

function evaluateDraftingUnits(input: string): Answer {
  const { units, truncated } = parseDraftingUnits(input)
  return { units, first: units[0] ?? null, truncated }
}

const resolver = createDistrictResolver(qingdaoDistricts)

function evaluateDistrict(input: string): Answer {
  const result = resolver.resolve(input)
  if (!result.ok) {
    const { zone, host, candidates } = result.details ?? {}
    return { code: null, status: result.code === 'unknown_region' ? 'unknown' : 'review', ...given({ zone, host, candidates }) }
  }
  if (result.kind !== 'district') return { code: result.code, status: result.kind, name: result.name }
  return { code: result.code, status: 'ok', ...given({ zone: result.zone ?? undefined, historical: result.historical || undefined }) }
}

function evaluateCodeShape(input: string): Answer {
  const colon = input.indexOf(':')
  const code = input.slice(colon + 1)
  switch (input.slice(0, colon)) {
    case 'ipc': return symbolAnswer(parseIpc(code))
    case 'ics': return symbolAnswer(parseIcs(code))
    case 'ccs': return symbolAnswer(parseCcs(code))
    case 'tm': return registrationAnswer(code)
    default: return { valid: false, error: 'bad_format' }
  }
}

function symbolAnswer(result: ReturnType<typeof parseIpc>): Answer {
  if (!result.ok) return { valid: false, error: result.code }
  return { valid: true, normalized: result.value, ...given({ warning: result.numericCell ? 'numeric_cell' : undefined }) }
}

function registrationAnswer(code: string): Answer {
  const result = parseRegistrationNumber(code)
  if (!result.ok) return { valid: false, error: result.code }
  return { valid: true, normalized: result.value, ...given({ madrid: result.madrid || undefined }) }
}

/** Only the fields that have a value: an absent field and an undefined one differ in JSON comparisons. */
function given(fields: Answer): Answer {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
