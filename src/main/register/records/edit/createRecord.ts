import { keyOf, kindDefinitions, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import { formOf } from '../../../../shared/domain/catalogue/recordForms'
import { foldRecord } from '../../../../shared/domain/merging/foldRecord'
import { saidNow } from '../../../../shared/domain/merging/hand'
import type { StatedValues } from '../../../../shared/domain/merging/statement'
import { typeOfApplicationNumber } from '../../../../shared/domain/patents/patentNumber'
import { fail, succeed, type Failure, type Result } from '../../../../shared/domain/result'
import { parseStandardNumber } from '../../../../shared/domain/standards/standardNumber'
import { honourKey } from '../../import/kinds/honours'
import { pilotKey } from '../../import/kinds/pilots'
import { KnownUnits } from '../../import/knownUnits'
import { contradiction, labelOf, withCompanions } from './editRecord'
import { settleParent } from './parentUnit'
import { readTyped, type ReadingContext } from '../fieldReaders'
import { personsChange, type RecordChange, type RecordServices } from '../recordServices'

/**
 * Adds a record that a person typed in; every field of it is that person's word.
 *
 * @param typed  texts by field name; empty ones count as not given
 * @returns      the first field's failure with all of them in `details.failures`, or record_exists; nothing is stored
 */
export async function createRecord(services: RecordServices, kind: RecordKind, typed: Readonly<Record<string, string>>): Promise<Result<RecordChange>> {
  const read = readForm(kind, typed, services.reading)
  if (!read.ok) return read
  const orphan = await settleParent(services.store, kind, { uscc: read.value['uscc'] }, read.value)
  if (orphan) return fail(orphan.code, orphan.at, { ...orphan.details, failures: [orphan] })
  const values = foldRecord(kind, [], saidNow(withKey(kind, read.value, new KnownUnits(await unitsFor(services, kind)))))
  const key = keyOf({ kind, values })
  const known = await services.store.records.byKeys(kind, [key])
  if (known.size > 0) return fail('record_exists', undefined, { value: nameOf(kind, values), id: known.get(key)?.id })
  const changes = personsChange(services, key, { inserts: [{ kind, values, evidence: [] }], handEdits: [{ kind, id: -1, values }] })
  const applied = await services.apply(changes)
  if (!applied.ok) return applied
  return succeed({ kind, id: applied.value.firstIds[kind] ?? 0, key, what: 'created', field: null, sequence: applied.value.sequence })
}

function readForm(kind: RecordKind, typed: Readonly<Record<string, string>>, reading: ReadingContext): Result<Values> {
  const values: Values = {}
  const failures: Failure[] = []
  for (const field of formOf(kind).flatMap(({ fields }) => fields)) {
    const read = readTyped(kind, field.name, typed[field.name] ?? '', reading)
    if (!read.ok) failures.push(read)
    else if (read.value !== null) Object.assign(values, withCompanions(kind, field.name, read.value, {}))
    else if (field.isRequired) failures.push(fail('field_required', { field: field.name }, { field: field.label }))
  }
  const problem = contradiction(kind, values)
  if (problem) failures.push(fail('bad_term', { field: 'termEndOn' }, { value: problem, field: labelOf(kind, 'termEndOn') }))
  const [first] = failures
  return first ? fail(first.code, first.at, { ...first.details, failures }) : succeed(values)
}

/** Only awards and pilots are told apart by who holds them. */
async function unitsFor({ store }: RecordServices, kind: RecordKind) {
  return kind === 'honour' || kind === 'pilot' ? store.records.all('unit') : []
}

/** What the number itself says, and the natural key of kinds that have no number. */
function withKey(kind: RecordKind, values: Values, units: KnownUnits): Values {
  switch (kind) {
    case 'standard': return { ...whatNumberSays(String(values.standardNo)), ...values }
    case 'patent': return { type: typeOfApplicationNumber(String(values.applicationNumber)), ...values }
    case 'honour': return { ...values, key: honourKey(values as StatedValues, units) }
    case 'pilot': return { ...values, key: pilotKey(values as StatedValues, units) }
    case 'population': {
      const series = `${String(values.series)}${String(values.year)}`
      return { ...values, series, key: `${String(values.region)}|${series}` }
    }
    case 'market_entities': return { ...values, key: `${String(values.region)}|${String(values.year)}` }
    case 'indicator': return { ...values, key: [values.region, values.indicator, values.period].join('|') }
    case 'unit': case 'trademark': case 'pct': case 'name_link': case 'own_indicator': case 'apart_records': return values
  }
}

function whatNumberSays(standardNo: string): Values {
  const number = parseStandardNumber(standardNo, { today: '9999-12-31' })
  return number.ok && number.status === 'ok' ? { kind: number.kind, nature: number.nature } : {}
}

/** What a person calls the record that is there already. */
function nameOf(kind: RecordKind, values: Values): string {
  const { key } = kindDefinitions[kind]
  return key === 'key' ? formOf(kind).flatMap(({ fields }) => fields).filter(({ isRequired }) => isRequired).map(({ name }) => String(values[name] ?? '')).join(' ') : String(values[key] ?? '')
}
