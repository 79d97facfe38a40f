import type { BatchDocument, DocumentPage, DocumentRow, DocumentRowDetail, DocumentSheet } from '../../../../shared/bridge/batches'
import { columnIndex } from '../../../../shared/domain/columnLetters'
import { isImportKind, kindHeadings, type ImportKind } from '../../../../shared/domain/catalogue/headings'
import { skipCodes } from '../../../../shared/domain/errorCodes'
import type { RowVerdict } from '../../../../shared/bridge/imports'
import { fail, succeed, type Failure, type Result } from '../../../../shared/domain/result'
import type { RowRemark } from '../../../store/changeSet'
import type { StoredBatch, StoredSource } from '../../../store/registerStore'
import type { RegisterSession } from '../../opened/session'
import { parseKeepKey } from '../keepKey'
import type { OpenWorkbook } from '../session/runImport'
import { fieldLabel } from '../session/columnChoices'
import { DocumentLedger } from './documentLedger'
import { placeOf } from './placeOf'
import type { OpenSheet } from './openSheet'
import { OriginalReading } from './originalReading'
import { describeRowDetail } from './rowDetail'
import { reasonOf } from './rowRemarks'

/** A batch as a document: its sheets as they stand in the kept file, with the verdicts that the register keeps. */
export class OpenDocument {
  private support: Float64Array | null = null

  private constructor(readonly session: RegisterSession, readonly batch: StoredBatch, readonly sheets: readonly OpenSheet[], private readonly original: Result<OriginalReading>) {}

  /** @returns unknown_batch; a file that cannot be shown is part of the answer */
  static async open(session: RegisterSession, id: number, openWorkbook: OpenWorkbook, password?: string): Promise<Result<OpenDocument>> {
    const batch = await session.store.batches.get(id)
    if (!batch) return fail('unknown_batch', undefined, { value: id })
    const sources = await session.store.evidence.sourcesOfBatch(id)
    const sheets: OpenSheet[] = []
    for (const [name, tables] of Map.groupBy(sources, ({ sheet }) => sheet)) sheets.push({ name, sources: tables, ledger: await DocumentLedger.read(session.batchRows, tables) })
    const names = sheets.flatMap(({ name }) => (name === null ? [] : [name]))
    return succeed(new OpenDocument(session, batch, sheets, await OriginalReading.begin(session.path, batch, names, openWorkbook, password)))
  }

  describe(): BatchDocument {
    const { id, fileName, kind, at, operator, state, undoneAt, sha256, sizeBytes, format, programVersion, options } = this.batch
    const { district, statusDate, answers } = options
    return {
      batch: id, file: fileName, kind, at, operator, state, undoneAt, sha256, sizeBytes, format, programVersion,
      district: typeof district === 'string' ? this.session.places.words.nameOf(district) : null, statusDate: typeof statusDate === 'string' ? statusDate : null,
      answers: typeof answers === 'object' && answers !== null ? Object.keys(answers).length : 0,
      kept: keptFields(this.batch), sheets: this.sheets.map((sheet, index) => describeSheet(sheet, index, this.kind)), original: failureOf(this.original),
    }
  }

  /** Rows of a sheet in their order: as the file has them, or, under a verdict or without the file, those with a verdict. */
  async page({ sheet: index, verdict, from, to }: { sheet: number; verdict?: RowVerdict | undefined; from: number; to: number }): Promise<Result<DocumentPage>> {
    const sheet = this.sheets[index]
    if (!sheet) return fail('unknown_sheet', undefined, { value: index + 1 })
    const listed = this.isWhole && verdict === undefined ? null : sheet.ledger.listed(verdict)
    const numbers = listed ? [...listed.subarray(from, to)] : Array.from({ length: to - from }, (_, at) => from + at + 1)
    const file = this.original.ok ? this.original.value : null
    await file?.until(sheet.name, numbers.at(-1) ?? 0)
    const total = listed?.length ?? Math.max(sheet.ledger.lastRow, file?.rows.lastRow(sheet.name) ?? 0)
    const shown = listed ? numbers : numbers.filter((row) => row <= total)
    const remarks = await this.remarksOf(sheet, shown)
    return succeed({
      total, width: Math.max(file?.rows.width(sheet.name) ?? 0, 1), isReading: file?.isReading ?? false,
      rows: shown.map((row) => this.row(sheet, row, file?.rows.cells(sheet.name, row) ?? [], remarks.get(row) ?? [])),
    })
  }

  /** Where a row of a sheet stands in the list of all of it. @returns unknown_sheet */
  place(name: string | null, row: number): Result<{ sheet: number; place: number }> {
    const index = this.sheets.findIndex((sheet) => sheet.name === name)
    const sheet = this.sheets[index]
    if (!sheet) return fail('unknown_sheet', undefined, { value: name ?? '' })
    return succeed({ sheet: index, place: this.isWhole ? row - 1 : placeOf(sheet.ledger.listed(undefined), row) })
  }

  /** What became of one row, and the records that it supports. */
  async detail(index: number, row: number): Promise<Result<DocumentRowDetail>> {
    const sheet = this.sheets[index]
    if (!sheet) return fail('unknown_sheet', undefined, { value: index + 1 })
    this.support ??= await this.session.batchRows.supportOf(this.sheets.flatMap(({ sources }) => sources.map(({ id }) => id)))
    const cells = this.original.ok ? this.original.value.rows.cells(sheet.name, row) : []
    return succeed(await describeRowDetail(this, sheet, row, cells, (await this.remarksOf(sheet, [row])).get(row) ?? [], this.support))
  }

  close(): void {
    if (this.original.ok) this.original.value.close()
  }

  get kind(): ImportKind | null {
    return isImportKind(this.batch.kind) ? this.batch.kind : null
  }

  private get isWhole(): boolean {
    return this.original.ok
  }

  private async remarksOf({ sources }: OpenSheet, rows: readonly number[]): Promise<Map<number, RowRemark[]>> {
    const found = new Map<number, RowRemark[]>()
    const [first, last] = [rows[0], rows.at(-1)]
    if (first === undefined || last === undefined) return found
    const wanted = new Set(rows)
    for (const { id } of sources) {
      for (const remark of await this.session.batchRows.remarks(id, first, last)) if (wanted.has(remark.row)) found.set(remark.row, [...(found.get(remark.row) ?? []), remark])
    }
    return found
  }

  private row({ ledger, sources }: OpenSheet, row: number, cells: string[], remarks: readonly RowRemark[]): DocumentRow {
    const verdict = ledger.verdictOf(row)
    const refused = remarks.find((remark) => remark.verdict === 'rejected' || remark.verdict === 'review')
    const skipped = remarks.find((remark) => remark.verdict === 'skipped')?.detail['code']
    return {
      row, cells, verdict, role: roleOf(row, cells, verdict, sources), skipped: skipCodes.find((code) => code === skipped) ?? null,
      marked: refused && typeof refused.detail['column'] === 'string' && refused.detail['column'] !== '' ? refused.detail['column'] : null,
      repaired: remarks.flatMap((remark) => (remark.verdict === 'repaired' && typeof remark.detail['column'] === 'string' ? [remark.detail['column']] : [])),
      reason: reasonOf(remarks),
    }
  }
}

function failureOf(original: Result<OriginalReading>): BatchDocument['original'] {
  const failure: Failure | null = original.ok ? original.value.failure : original
  return failure === null ? null : { ...failure, at: { ...failure.at } }
}

function describeSheet({ name, sources, ledger }: OpenSheet, index: number, kind: ImportKind | null): DocumentSheet {
  const mapping = sources.flatMap((source) => Object.entries(source.mapping).map(([field, { column, header }]) => ({ column, header, field, label: labelOf(kind, field, header) })))
  return {
    index, name, kinds: [...new Set(sources.map((source) => source.kind))], verdicts: ledger.counts(),
    headerRows: sources.flatMap(({ headerRows }) => headerRows), mapping: mapping.sort((a, b) => (columnIndex(a.column) ?? 0) - (columnIndex(b.column) ?? 0)),
  }
}

function labelOf(kind: ImportKind | null, field: string, header: string): string {
  return kind !== null && kindHeadings[kind].fields[field] ? fieldLabel(kind, field, header) : header
}

/** Changes that the clerk did not take, as `keepKey` names them. */
function keptFields({ kind, options }: StoredBatch): BatchDocument['kept'] {
  const { keep } = options
  if (!Array.isArray(keep)) return []
  return keep.map((key) => {
    const { sheet, row, field } = parseKeepKey(String(key))
    return { sheet, row, label: isImportKind(kind) ? labelOf(kind, field, field) : field }
  })
}

function roleOf(row: number, cells: readonly string[], verdict: RowVerdict | null, sources: readonly StoredSource[]): DocumentRow['role'] {
  const headers = sources.flatMap(({ headerRows }) => headerRows)
  if (headers.includes(row)) return 'header'
  if (verdict !== null) return verdict === 'skipped' ? 'skipped' : 'data'
  if (cells.every((text) => text.trim() === '')) return 'blank'
  return headers.length > 0 && row < Math.min(...headers) ? 'title' : 'outside'
}
