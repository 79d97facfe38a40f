import type { DistrictResolver } from '../../../shared/domain/places/districts'
import { withoutFootnoteMarks } from '../../../shared/domain/footnotes'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { cityRowName, otherName, type RegionRows } from './regionRows'

const cityNames = [cityRowName, '合计', '全市合计', '总计']
const otherNames = [otherName, '其它']
/** 1. 、（二） ③ 其中： ahead of a name. A code of six digits is none. */
const numbering = /^(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[)）][.、．]?|[.、．])|[①-⑳])/u

/**
 * The row a person means by `--district`: code, name or alias, a zone, 其他 or 全市; nothing means the city.
 *
 * @returns unknown_name when it is none of the report's rows
 */
export function findRow(rows: RegionRows, districts: DistrictResolver, written: string | undefined): Result<number> {
  if (written === undefined) return succeed(rows.city)
  const name = withoutMarks(written)
  if (cityNames.includes(name)) return succeed(rows.city)
  if (otherNames.includes(name)) return succeed(rows.other)
  const named = districts.resolve(name)
  const total = named.ok ? named : districts.resolve(name.replace(totalWord, ''))
  if (total.ok && total.kind === 'city') return succeed(rows.city)
  const zone = named.ok ? (named.kind === 'district' ? named.zone : null) : namedZone(named.details)
  const code = named.ok && named.kind === 'district' ? named.code : null
  const row = rows.rows.findIndex((candidate) =>
    zone !== null && candidate.level === 'zone' ? candidate.name === zone : code !== null && zone === null && candidate.level === 'district' && candidate.code === code)
  return row >= 0 ? succeed(row) : fail('unknown_name', undefined, { what: '区市', value: written })
}

/** A name as a form prints it: spaced out to the width of its column, numbered, with the mark of a footnote. */
function withoutMarks(written: string): string {
  return withoutFootnoteMarks(written).replaceAll(/\s+/gu, '').replace(numbering, '')
}

/** 青岛市合计. */
const totalWord = /(?:合计|总计)$/u

function namedZone(details: Readonly<Record<string, unknown>> | undefined): string | null {
  const zone = details?.zone
  return typeof zone === 'string' ? zone : null
}
