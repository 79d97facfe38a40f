import { columnLetters } from '../../../../shared/domain/columnLetters'
import type { RecordKind, Values } from '../../../../shared/domain/catalogue/fields'
import type { SkipCode } from '../../../../shared/domain/errorCodes'
import { describeMapping } from '../table/columnFields'
import { cellText, isBlankCell } from '../table/cellText'
import { FillDown } from '../table/fillDown'
import { mergesWithin, saysNothing, withinSpan } from '../table/furtherTables'
import { isKeyOf } from '../table/keyContent'
import { SectionRows, type GroupFields } from '../table/sections'
import { skipReason, type SkipOptions } from '../table/skipRows'
import type { Merge, Row } from '../../../workbook/types'
import type { NewSource } from '../../../store/changeSet'
import { AnsweredRows } from './answeredRows'
import type { ImportAnswer, SheetAnswer } from '../answer'
import { isStated, statedFields } from '../../evidence/statementCodec'
import { disagreementsOfExport } from '../../ownExports/lostEdits'
import { kindJudges } from '../kinds'
import { districtOfSheet } from '../owners/ownerPlace'
import { withEdits, withoutDoubtful } from '../kinds/ownExport'
import { describeRow } from './describeRow'
import type { FileContext } from './fileContext'
import { keysOf, takeKnownKeys } from './otherKeys'
import type { RowReport } from '../importObserver'
import type { KindJudge, RowStatement, SheetContext } from '../kinds/kindJudge'
import { disagreementsOf, type Disagreement } from '../pending/disagreements'
import type { PendingRecords, RecordVerdict } from '../pending/pendingRecords'
import { withoutKept } from '../keepKey'
import { tableColumn } from '../questions'
import type { ReturnedTable } from '../returned/returnedFile'
import { RowReader, type Fault } from './rowReader'
import { sayDisagreements } from './sayDisagreements'
import { SheetVerdicts } from './sheetVerdicts'
import { SurplusFields } from './surplusFields'

export type RowListener = (report: Omit<RowReport, 'sheet'>) => void

type Outcome = ReturnType<PendingRecords['take']> & { disagreements: Disagreement[] }

interface JudgedRow {
  row: Row
  reader: RowReader
  statements: RowStatement[]
  /** It came in with an earlier file and is as it was. */
  isKnown?: true
}

/**
 * Judges one sheet's body rows in chunks and keeps what the answer and the store need of them. Good rows become
 * statements of pending records; bad and doubtful rows leave nothing behind but their verdict.
 */
export class SheetImport {
  readonly states = new Set<string>()
  readonly records = { new: 0, changed: 0 }
  private readonly verdicts: SheetVerdicts
  private readonly judge: KindJudge
  private readonly fill: FillDown
  private readonly skipOptions: SkipOptions
  private readonly sections: SectionRows
  private readonly lastHeaderRow: number
  private readonly answered: AnsweredRows
  private readonly surplus: SurplusFields
  private readonly changedKeys = new Set<string>()
  /** The same for all rows below a heading. */
  private given: { by: GroupFields; group: GroupFields } | undefined
  private readonly tell: RowListener | undefined
  /** The table as it first came in, where the file is one that went back to its sender. */
  private readonly returned: ReturnedTable | undefined

  constructor(
    private readonly index: number,
    private readonly context: SheetContext,
    private readonly file: FileContext,
    private readonly pending: PendingRecords,
    answer: ImportAnswer,
    merges: readonly Merge[],
    { tell, returned }: { tell: RowListener | undefined; returned?: ReturnedTable | undefined },
  ) {
    this.tell = tell
    this.returned = returned
    this.verdicts = new SheetVerdicts(context.sheet, answer)
    this.judge = kindJudges[context.kind](context)
    if (this.judge.isOwnExport) this.states.add('_edited')
    this.answered = new AnsweredRows(context, file, this.judge)
    this.surplus = new SurplusFields(context, file, this.judge)
    const columns = new Set([...context.mapping.fields.values()].map((column) => column.index))
    this.lastHeaderRow = Math.max(0, ...context.header.rows)
    this.fill = new FillDown(mergesWithin(merges, context.span), columns, this.lastHeaderRow + 1)
    const totals = this.judge.totals
    const region = totals === undefined ? undefined : context.mapping.fields.get(totals.field)
    const keyColumns = this.judge.keyFields.flatMap((field) => context.mapping.fields.get(field)?.index ?? [])
    this.skipOptions = {
      keyColumns, formOf: (cell) => isKeyOf(context.kind, cell),
      ...(totals && region ? { totals: { column: region.index, isTotal: totals.isTotal } } : {}),
    }
    this.sections = new SectionRows(context.mapping, keyColumns, context.districts, context.title.lead, this.judge.groups)
  }

  get recordKind(): RecordKind {
    return this.judge.recordKind
  }

  /** What rows have that no column says: by the heading above them; the district else by the form, the sheet or the file. */
  private get group(): GroupFields {
    const { fields } = this.sections
    if (this.given?.by !== fields) {
      const district = fields['district'] ?? districtOfSheet(this.context)
      this.given = { by: fields, group: district === undefined ? fields : { ...fields, district } }
    }
    return this.given.group
  }

  private get sourceClass(): KindJudge['sourceClass'] {
    return this.file.replay?.classOf(this.index) ?? this.judge.sourceClass
  }

  async takeRows(rows: readonly Row[]): Promise<void> {
    const read: JudgedRow[] = []
    this.surplus.learn(rows)
    for (const row of rows) {
      if (row.row <= this.lastHeaderRow) continue
      const found = this.judgeRow(row)
      if (found) read.push(found)
    }
    const judged = this.file.replay ? await this.file.replay.restrict(this.index, read.filter(({ reader }) => reader.decidingFault() === null)) : read
    const statements = judged.flatMap(({ isKnown, statements: stated }) => (isKnown ? [] : stated))
    await this.pending.prepare(this.recordKind, keysOf(statements))
    takeKnownKeys(statements, (key) => this.pending.knows(this.recordKind, key))
    await this.pending.loadPrior(this.recordKind, statements)
    if (this.judge.isOwnExport) await this.file.exported?.load(this.recordKind, this.pending.storedOf(this.recordKind, statements))
    const order = await this.pending.orderOfSheet(this.index)
    for (const row of judged) this.settleRow(row, order)
    this.pending.catchUp()
  }

  private judgeRow(whole: Row): JudgedRow | null {
    const standing = this.returned?.take(whole)
    const row = withinSpan(whole, this.context.span)
    let filled = this.fill.isEmpty ? row : this.fill.apply(row)
    const isOthers = saysNothing(row, this.context.span, this.context.mapping)
    if (isOthers && whole.cells.filter((cell) => !isBlankCell(cell)).length > 1) return null
    const reason = this.reasonToSkip(row, filled)
    if (reason !== null) {
      // A text alone heads the rows of all tables, and is told of once.
      if (isOthers && this.context.span?.isFurther === true) return null
      if (reason !== 'blank') this.verdicts.skipped(row.row, reason)
      this.tell?.({ row: row.row, verdict: 'skipped', skipped: reason, key: '', title: '', repairs: [], notices: [], year: null })
      return null
    }
    this.verdicts.counts.read++
    const { group } = this
    const meant = this.surplus.take(whole, group)
    if (meant !== null) filled = meant.row
    const reader = new RowReader(filled, this.context.mapping, this.file.base1904, undefined, group)
    if (meant?.fault) {
      reader.faults.push(meant.fault)
      return { row, reader, statements: [] }
    }
    const statements = this.judge.read(reader)
    // What is filled in from a merged cell above may be another one by now.
    if (standing === 'unchanged' && filled === row) return { row, reader, statements, isKnown: true }
    const settled = this.answered.settle(filled, group, { reader, statements })
    if (meant !== null) settled.reader.noticeJoined(meant.joined)
    if (row.hidden) settled.reader.notice(this.judge.keyFields[0] ?? '', 'hidden_row')
    if (standing === 'altered') settled.reader.notice(this.judge.keyFields[0] ?? '', 'return_row_altered')
    return { row, ...settled }
  }

  /** A lone cell is a remark or a number of the row, unless merged cells above give it the rest of a record. */
  private reasonToSkip(row: Row, filled: Row): SkipCode | null {
    const own = this.sections.take(row) ?? skipReason(row, this.context.mapping, this.skipOptions)
    if (filled === row || (own !== 'blank' && own !== 'note' && own !== 'section')) return own
    const isPartOfTable = [...this.context.mapping.fields.values()].some(({ index }) => !isBlankCell(row.cells[index]))
    return isPartOfTable ? skipReason(filled, this.context.mapping, this.skipOptions) : own
  }

  private settleRow(judged: JudgedRow, order: number): void {
    if (judged.isKnown) return this.settleKnown(judged)
    const fault = judged.reader.decidingFault()
    const outcome = fault ? this.refuse(judged.row.row, fault, judged.reader.faults) : this.accept(judged, order)
    this.tell?.({ row: judged.row.row, ...outcome, ...describeRow(judged.reader, judged.statements, this.judge.keyFields), repairs: fault ? [] : judged.reader.repairs, notices: judged.reader.notices })
    for (const notice of judged.reader.notices) this.verdicts.noticed(judged.row.row, notice)
  }

  /** A row that is in the register already, by the file that this one corrects. */
  private settleKnown({ row, reader, statements }: JudgedRow): void {
    this.verdicts.cameIn(row.row, 'same', [])
    this.tell?.({ row: row.row, verdict: 'same', ...describeRow(reader, statements, this.judge.keyFields), repairs: [], notices: [] })
  }

  private accept({ row, reader, statements }: JudgedRow, order: number): Pick<RowReport, 'verdict' | 'change'> {
    let verdict: RecordVerdict = 'same'
    let change: RowReport['change']
    for (const statement of statements) {
      const outcome = this.takeStatement(row.row, this.withoutRefused(reader, statement), order)
      if (outcome.repeated && outcome.verdict === 'same') reader.notice(this.judge.keyFields[0] ?? '', 'duplicate_in_file')
      sayDisagreements(reader, this.context, this.judge.keyFields[0] ?? '', outcome.disagreements)
      if (outcome.verdict === 'new' || (outcome.verdict === 'changed' && verdict === 'same')) verdict = outcome.verdict
      if (outcome.verdict === 'changed' && outcome.before !== null) change ??= { kind: this.recordKind, before: outcome.before, after: outcome.record.current, stated: statedFields(statement.values) }
    }
    this.verdicts.cameIn(row.row, verdict, reader.repairs)
    return { verdict, ...(change ? { change } : {}) }
  }

  private takeStatement(row: number, statement: RowStatement, order: number): Outcome {
    const kind = this.recordKind
    const said = { order: [order, row] as const, class: this.sourceClass, values: this.wordOf(row, statement), source: this.index, row }
    for (const field in said.values) if (isStated(said.values, field)) this.states.add(field)
    const taken = this.pending.take(kind, statement.key, said)
    const outcome = { ...taken, disagreements: (this.judge.isOwnExport ? disagreementsOfExport : disagreementsOf)(said, taken.record, taken.before, this.context) }
    this.file.uncounted.take(kind, statement.key, outcome.record.current, row, this.context)
    const brought = this.weigh(outcome.record.current) - (outcome.before === null ? 0 : this.weigh(outcome.before))
    if (brought > 0) {
      this.records.new += brought
      return { ...outcome, verdict: 'new' }
    }
    if (outcome.verdict === 'changed' && outcome.record.stored !== null && !this.changedKeys.has(statement.key)) {
      this.changedKeys.add(statement.key)
      this.records.changed += this.weigh(outcome.record.stored.values)
    }
    return outcome
  }

  /** What is written into an export and is no value stays out, and is said; a replayed row is what it was. */
  private withoutRefused(reader: RowReader, statement: RowStatement): RowStatement {
    if (statement.doubtful === undefined || this.file.replay) return statement
    const record = this.pending.ofKind(this.recordKind).get(statement.key)
    const { values, refused } = withoutDoubtful(statement, record?.current ?? null, record?.stored ? this.file.exported?.of(record.stored) : undefined)
    for (const field of refused) reader.notice(field, 'bad_text_value', cellText(reader.cell(field)))
    return { ...statement, values }
  }

  /** What the row says beside the record it speaks of, where that matters: the clerk keeps fields, or had exported it. */
  private wordOf(row: number, { key, values }: RowStatement): RowStatement['values'] {
    const { kept } = this.file
    const mayBearEdits = this.judge.isOwnExport === true && !this.file.replay?.knowsEdits(this.index)
    const record = kept.size === 0 && !mayBearEdits ? undefined : this.pending.ofKind(this.recordKind).get(key)
    if (!record) return values
    const said = kept.size === 0 ? values : withoutKept(values, record.current, kept, this.context.sheet, row)
    return mayBearEdits && record.stored !== null ? withEdits(said, record.current, this.file.exported?.of(record.stored)) : said
  }

  private weigh(values: Values): number {
    return this.judge.weigh ? this.judge.weigh(values as RowStatement['values']) : 1
  }

  private refuse(row: number, fault: Fault, faults: readonly Fault[]): Pick<RowReport, 'verdict' | 'fault'> {
    if (this.answered.isLeftOut(row, fault)) {
      // It waits for nobody here: the reporter is asked, with the readings to choose from.
      this.verdicts.rejected(row, fault, faults)
      return { verdict: 'rejected', fault: { ...fault, questionId: this.answered.questionId(row, fault) } }
    }
    if (fault.verdict === 'rejected') {
      this.verdicts.rejected(row, fault, faults)
      return { verdict: 'rejected', fault: this.tell ? { ...fault, correctionId: this.answered.questionId(row, fault) } : fault }
    }
    const questionId = this.answered.questionId(row, fault)
    this.verdicts.asked(row, fault, faults, questionId)
    return { verdict: 'review', fault: { ...fault, questionId } }
  }

  /** The sheet's part of the answer. */
  describe(): SheetAnswer {
    const { header, mapping } = this.context
    return {
      sheet: this.context.sheet,
      kind: this.context.kind,
      headerRows: header.rows,
      mapping: describeMapping(mapping),
      unmapped: mapping.unmapped.map((column) => ({ column: columnLetters(column.index), header: column.header })),
      rows: this.verdicts.counts,
    }
  }

  /** The sheet as a source of evidence. */
  toSource(): NewSource {
    const { header, mapping, sheet, statusDate, reporterDistrict, title, span } = this.context
    const table = tableColumn(span)
    return {
      sheet, kind: this.recordKind, class: this.judge.sourceClass, states: [...this.states].sort(), headerRows: header.rows, mapping: describeMapping(mapping),
      context: { ...(statusDate === null ? {} : { statusDate }), ...(reporterDistrict === null ? {} : { reporterDistrict }), title: title.title, ...(table === null ? {} : { table }) },
      verdicts: this.verdicts.kept, outcomes: this.verdicts.outcomes,
    }
  }
}
