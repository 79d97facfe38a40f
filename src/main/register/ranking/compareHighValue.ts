import { kindDefinitions } from '../../../shared/domain/catalogue/fields'
import { succeed, type Result } from '../../../shared/domain/result'
import type { RecordStore } from '../../store/registerStore'
import type { RegisterColumns } from '../columns/registerColumns'
import { momentFor, readOptions } from './countingOptions'
import { scan } from './figures'
import { layOutRows } from './regionRows'

/** The answer of `compare high_value` (cli.md): two counts and two lists of application numbers. */
export interface HighValueComparison {
  listed: number
  own: number
  ownButNotListed: string[]
  listedButNotOwn: string[]
}

/** Sets the official list against the city's own computation on a day (domain.md 2.7). */
export async function compareHighValue(columns: RegisterColumns, records: RecordStore, asOf: string): Promise<Result<HighValueComparison>> {
  const options = readOptions('high_value', { asOf })
  if (!options.ok) return options
  const scanned = await scan(columns, { count: 'high_value' }, options.value, momentFor('high_value', options.value))
  const rows = layOutRows(columns.city, columns.places, 'host')
  const own = Array.from(scanned.members(rows, rows.city))
  const listed = await listedIds(columns)
  const isOwn = new Set(own)
  const isListed = new Set(listed)
  return succeed({
    listed: listed.length,
    own: own.length,
    ownButNotListed: await numbersOf(records, own.filter((id) => !isListed.has(id))),
    listedButNotOwn: await numbersOf(records, listed.filter((id) => !isOwn.has(id))),
  })
}

async function listedIds(columns: RegisterColumns): Promise<number[]> {
  const patents = await columns.patents()
  return Array.from(patents.ids).filter((_, row) => patents.listed[row] === 1)
}

async function numbersOf(records: RecordStore, ids: readonly number[]): Promise<string[]> {
  const found = await records.byIds('patent', ids)
  return found.map(({ values }) => String(values[kindDefinitions.patent.key])).toSorted()
}
