import { RowRuns } from '../../../../shared/domain/rowRuns'
import type { SkipCode } from '../../../../shared/domain/errorCodes'
import { textOf } from '../../../../shared/text/t'
import type { RowRemark } from '../../../store/changeSet'
import { noRows, type ImportAnswer, type RowCounts, type RowFault } from '../answer'
import type { RecordVerdict } from '../pending/pendingRecords'
import type { Fault, RowReader } from './rowReader'

/** What the rows of one sheet came to: counted, told in the answer and kept with the batch, each row with all that is said of it. */
export class SheetVerdicts {
  readonly counts: RowCounts = noRows()
  /** As the register keeps them. */
  readonly kept: RowRemark[] = []
  private readonly runs = new RowRuns()

  constructor(private readonly sheet: string | null, private readonly answer: ImportAnswer) {}

  /** Verdicts of the rows that came in, as runs. */
  get outcomes(): string {
    return this.runs.toString()
  }

  skipped(row: number, code: SkipCode): void {
    this.counts.skipped++
    this.answer.skipped.push({ sheet: this.sheet, row, code })
    this.kept.push({ row, verdict: 'skipped', detail: { code } })
  }

  cameIn(row: number, verdict: RecordVerdict, repairs: RowReader['repairs']): void {
    this.counts[verdict]++
    this.runs.add(row, verdict)
    if (repairs.length > 0) this.counts.repaired++
    for (const repair of repairs) {
      this.answer.repaired.push({ sheet: this.sheet, row, ...repair })
      this.kept.push({ row, verdict: 'repaired', detail: { ...repair } })
    }
  }

  /** A doubtful row that the clerk leaves to the reporter goes back with its readings. */
  rejected(row: number, fault: Fault, faults: readonly Fault[]): void {
    const { choices = [], verdict } = fault
    const entry = { ...this.entryOf(row, fault, faults), ...(verdict === 'review' && choices.length > 0 ? { choices: [...choices] } : {}) }
    this.counts.rejected++
    this.answer.rejected.push(entry)
    this.kept.push({ row, verdict: 'rejected', detail: { ...entry } })
  }

  asked(row: number, fault: Fault, faults: readonly Fault[], questionId: string): void {
    const question = { ...this.entryOf(row, fault, faults), questionId, choices: fault.choices ?? [] }
    this.counts.review++
    this.answer.review.push(question)
    this.kept.push({ row, verdict: 'review', detail: { ...question } })
  }

  noticed(row: number, { column, field, code, value, kept }: RowReader['notices'][number]): void {
    const message = textOf(`notice.${code}`, { value: value ?? '', kept: kept ?? '', expected: kept ?? '' })
    this.answer.notices.push({ sheet: this.sheet, row, column, field, code, message, ...(value === undefined ? {} : { value }) })
    this.kept.push({ row, verdict: 'notice', detail: { column, field, code } })
  }

  /** The fault that decides, and the others of the row, one a field. */
  private entryOf(row: number, fault: Fault, faults: readonly Fault[]) {
    const also = faults.filter(({ field }, index) => field !== fault.field && faults.findIndex((other) => other.field === field) === index)
    return {
      sheet: this.sheet, row, ...describeFault(fault),
      ...(also.length === 0 ? {} : { also: also.map((other) => ({ ...describeFault(other), ...(other.choices ? { choices: other.choices } : {}) })) }),
    }
  }
}

function describeFault({ column, field, code, words, value, heading, choices = [] }: Fault): RowFault {
  return { column, field, code, message: textOf(`error.${code}`, { readings: choices, ...words, value: value ?? '', field: heading }), value }
}
