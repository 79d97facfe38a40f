import { describe, expect, it } from 'vitest'
import type { ImportAnswer } from '../../../../src/main/register/import/answer'
import { playCase, type GoldenCase, type KnownAnswer, type Outcome } from '../../../support/golden/goldenCase'
import { standardFiles } from './standardFiles'
import { movedFiles } from './movedFiles'
import { officeFiles } from './officeFiles'
import { patentFiles } from './patentFiles'
import { ownerFiles } from './ownerFiles'
import { figureFiles } from './figureFiles'
import { formatFiles } from './formatFiles'
import { structureFiles } from './structureFiles'
import { tangledFiles } from './tangledFiles'
import { writtenFiles } from './writtenFiles'
import { clerkFiles } from './clerkFiles'
import { portalFiles } from './portalFiles'
import { handedDownFiles } from './handedDownFiles'
import { annotatedFiles } from './annotatedFiles'
import { reportedFiles } from './reportedFiles'
import { stackedFiles } from './stackedFiles'
import { contradictoryFiles } from './contradictoryFiles'
import { joinedFiles } from './joinedFiles'
import { agencyFiles } from './agencyFiles'
import { propertyFiles } from './propertyFiles'
import { besideFiles } from './besideFiles'
import { awardedFiles } from './awardedFiles'
import { yearlyFiles } from './yearlyFiles'
import { besideRankFiles } from './besideRankFiles'
import { circularFiles } from './circularFiles'
import { rosterFiles } from './rosterFiles'
import { jointFiles } from './jointFiles'
import { dealingFiles } from './dealingFiles'
import { wordedFiles } from './wordedFiles'
import { ledgerFiles } from './ledgerFiles'
import { sessionFiles } from './sessionFiles'
import { inklingFiles } from './inklingFiles'
import { registryFiles } from './registryFiles'
import { unsaidFiles } from './unsaidFiles'
import { courseFiles } from './courseFiles'

/**
 * Files as districts, companies, agencies and databases make them, with the answer a reader with eyes would give
 * (import-sources.md). Each goes in, goes in again, and is taken back.
 */
const groups: Readonly<Record<string, readonly GoldenCase[]>> = {
  standards: standardFiles, patents: patentFiles, owners: ownerFiles, figures: figureFiles, formats: formatFiles, structures: structureFiles,
  offices: officeFiles, moved: movedFiles, tangles: tangledFiles, written: writtenFiles, clerks: clerkFiles, portals: portalFiles, handedDown: handedDownFiles,
  annotated: annotatedFiles, reported: reportedFiles, stacked: stackedFiles, contradictory: contradictoryFiles, joined: joinedFiles,
  property: propertyFiles, agencies: agencyFiles, beside: besideFiles, awarded: awardedFiles, yearly: yearlyFiles, besideRank: besideRankFiles, joint: jointFiles, dealings: dealingFiles, worded: wordedFiles,
  rosters: rosterFiles, ledgers: ledgerFiles, circulars: circularFiles, sessions: sessionFiles, inklings: inklingFiles, registries: registryFiles, unsaid: unsaidFiles, courses: courseFiles,
}

describe.each(Object.entries(groups))('golden files: %s', (_, cases) => {
  it.each(cases.map((golden) => [golden.name, golden] as const))('%s', async (_name, golden) => {
    const played = await playCase(golden)
    if ('refused' in played) {
      expect(played.refused).toBe(golden.refused?.code ?? 'read')
      if (golden.refused?.what !== undefined) expect(played.what).toBe(golden.refused.what)
      return
    }
    expect(golden.answer, 'the file should have been refused').toBeDefined()
    if (golden.answer === undefined) return
    const said = new Set(played.answer.notices.map(({ code }) => code))
    expect((golden.answer.silent ?? []).filter((code) => said.has(code)), 'said where nothing needs to be').toEqual([])
    if (golden.answer.said !== undefined) expect(ofFile(played.answer)).toEqual(golden.answer.said)
    expect(found(played, golden.answer)).toEqual(known(golden.answer))
    expect(played.second.rows).toMatchObject({ new: 0, changed: 0, same: played.answer.rows.new + played.answer.rows.changed + played.answer.rows.same })
    expect(played.after).toBe(played.before)
  })
})

/** What is said of the file as a whole, with the rows that it names. */
function ofFile({ notices }: ImportAnswer): string[] {
  return notices.filter(({ row }) => row === null).map(({ code, message }) => `${code} ${/第 (\S+) 行/u.exec(message)?.[1] ?? ''}`.trim())
}

/** The answer in the words of a known answer. */
function found({ answer, records }: Outcome, asked: KnownAnswer) {
  return {
    kind: answer.kind,
    headers: answer.sheets.map((sheet) => rangeOf(sheet.headerRows)),
    mapping: mappingOf(answer, asked.mapping),
    rows: { new: answer.rows.new, changed: answer.rows.changed, same: answer.rows.same },
    skipped: answer.skipped.map((entry) => `${entry.row} ${entry.code}`),
    rejected: answer.rejected.map(cellOf),
    review: answer.review.map(cellOf),
    repaired: answer.repaired.map(cellOf),
    notices: (asked.notices ?? []).filter((code) => answer.notices.some((notice) => notice.code === code)),
    records: Object.fromEntries((asked.records ?? []).map(([kind, key, values]) => {
      const stored = records.get(`${kind} ${key}`)
      return [`${kind} ${key}`, stored === undefined ? 'absent' : Object.fromEntries(Object.keys(values).map((field) => [field, stored[field] ?? null]))]
    })),
  }
}

function known(answer: KnownAnswer) {
  return {
    kind: answer.kind,
    headers: answer.headers,
    mapping: answer.mapping ?? '',
    rows: { new: answer.new, changed: answer.changed ?? 0, same: answer.same ?? 0 },
    skipped: answer.skipped ?? [],
    rejected: answer.rejected ?? [],
    review: answer.review ?? [],
    repaired: answer.repaired ?? [],
    notices: answer.notices ?? [],
    records: Object.fromEntries((answer.records ?? []).map(([kind, key, values]) => [`${kind} ${key}`, values])),
  }
}

function rangeOf(rows: readonly number[]): string {
  const [first] = rows
  const last = rows.at(-1)
  if (first === undefined) return ''
  return first === last ? String(first) : `${first}-${last}`
}

/** The asked fields of the first table, in the asked order; a field that was not mapped is "field=". */
function mappingOf(answer: ImportAnswer, asked: string | undefined): string {
  if (!asked) return ''
  return asked.split(' ').map((pair) => pair.split('=')[0] ?? '').map((field) => `${field}=${answer.sheets[0]?.mapping[field]?.column ?? ''}`).join(' ')
}

function cellOf(entry: { row: number; column: string; code: string }): string {
  return `${entry.row}${entry.column} ${entry.code}`
}
