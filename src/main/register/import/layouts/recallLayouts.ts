import { columnLetters } from '../../../../shared/domain/columnLetters'
import type { ImportKind } from '../../../../shared/domain/catalogue/headings'
import { headerAt, matchHeader, type Header } from '../table/header'
import type { ImportJob } from '../session/importJob'
import type { SheetMemory } from '../session/sheetMemory'
import { senderOf, type Layout } from './layout'
import { fieldsOf, matchLayout, type LayoutMatch } from './matchLayout'

/** Headings of figures name years, which change: such tables are understood anew each time. */
const figureKinds: ReadonlySet<ImportKind> = new Set(['population', 'market_entities', 'indicators'])
const searchedRows = 30

/**
 * Reads a file that nothing was said about yet as the clerk had read its likes: kind, header, columns, and for files of
 * the same sender the district and the answers.
 *
 * @returns whether the file must be judged again for it
 */
export function recallLayouts(job: ImportJob, layouts: readonly Layout[]): boolean {
  if (job.recall.round >= 2 || job.originalOf !== null || job.settings.rememberedMap !== null) return false
  job.recall.round++
  return job.recall.round === 1 ? recallReading(job, layouts) || recallAnswers(job) : recallAnswers(job)
}

function recallReading(job: ImportJob, layouts: readonly Layout[]): boolean {
  const sender = senderOf(job.fileName)
  let isNew = false
  for (const memory of job.reading?.sheets.values() ?? []) {
    const match = matchLayout(layouts, sender, memory.info.name, (depth) => headersOf(memory, depth))
    if (!match || figureKinds.has(match.layout.kind)) continue
    job.recall.matches.set(memory.info.index, match)
    job.isRemembered = true
    if (applyMatch(job, memory, match)) isNew = true
    if (match.layout.sender === sender && takeDistrict(job, memory, match.layout)) isNew = true
  }
  return isNew
}

/** Possible headers: as many rows as the remembered one had, ending at each of the first rows. */
function headersOf(memory: SheetMemory, depth: number): Header[] {
  const known = memory.context?.header.rows ?? []
  if (known.length === depth) return [headerAt(known, memory.head, memory.merges)]
  const rows = memory.head.slice(0, searchedRows).map(({ row }) => row)
  return rows.filter((row) => row >= depth).map((last) => headerAt(Array.from({ length: depth }, (_, above) => last - depth + 1 + above), memory.head, memory.merges))
}

/** Sets header and columns where they are not what the sheet is read as anyway. */
function applyMatch(job: ImportJob, { info, context }: SheetMemory, match: LayoutMatch): boolean {
  const { layout, header } = match
  const wanted = wantedFields(match)
  const read = context?.kind === layout.kind ? new Map([...context.mapping.fields].map(([field, column]) => [field, column.index])) : new Map<string, number>()
  const isSame = read.size === wanted.size && [...wanted].every(([field, index]) => read.get(field) === index)
  if (isSame) return false
  job.settings.sheets.set(info.index, {
    kind: layout.kind, headerRows: header.rows, fields: Object.fromEntries([...wanted].map(([field, index]) => [field, columnLetters(index)])),
  })
  return true
}

/** Known headings as they were; new ones as the program understands them, where their field is still free. */
function wantedFields(match: LayoutMatch): Map<string, number> {
  const known = fieldsOf(match)
  const wanted = new Map<string, number>()
  for (const [index, field] of known) if (field !== null) wanted.set(field, index)
  for (const [field, { index }] of matchHeader(match.header, match.layout.kind).mapping.fields) if (!known.has(index) && !wanted.has(field)) wanted.set(field, index)
  return wanted
}

function takeDistrict({ settings }: ImportJob, { context }: SheetMemory, { district }: Layout): boolean {
  if (district === null || settings.district !== null || (context?.reporterDistrict ?? null) !== null) return false
  settings.district = district
  return true
}

/** Gives the answers of the same sender's earlier files; they can be taken back together. */
function recallAnswers(job: ImportJob): boolean {
  const sender = senderOf(job.fileName)
  const taught = [...job.recall.matches.values()].filter(({ layout }) => layout.sender === sender).flatMap(({ layout }) => layout.answers)
  const given = taught.length === 0 ? [] : (job.reading?.questions.settleTaught(taught, job.answers) ?? [])
  if (given.length === 0) return false
  for (const [question, answer] of given) job.answers.set(question, answer)
  job.answered.push(given.map(([question]) => question))
  job.taught.push(taught)
  return true
}
