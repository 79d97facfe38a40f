import { Refusal } from '../../../../shared/domain/result'
import type { Row } from '../../../workbook/types'
import type { KindJudge, RowStatement, SheetContext } from '../kinds/kindJudge'
import { isNoDate } from '../dateAnswers'
import { questionIdOf, tableColumn } from '../questions'
import { RowReader, type Fault, type RowAnswers } from './rowReader'
import type { GroupFields } from '../table/sections'
import type { FileContext } from './fileContext'

/** Questions whose answer must be one of the choices; numbers and dates may be given freely. */
const closedQuestions: ReadonlySet<Fault['code']> = new Set(['district_ambiguous', 'zone_without_district', 'unit_name_proposal'])

/** More doubtful cells than these in one row are not asked about one by one. */
const mostRounds = 8

export interface ReadRow { reader: RowReader; statements: RowStatement[] }

/** The clerk's answers to the questions of one table's rows. */
export class AnsweredRows {
  private readonly hasAnswers: boolean

  constructor(private readonly context: SheetContext, private readonly file: Pick<FileContext, 'sha256' | 'base1904' | 'answers' | 'replay'>, private readonly judge: Pick<KindJudge, 'read'>) {
    this.hasAnswers = Object.keys(file.answers).length > 0
  }

  /** Reads the row again with the answers in place of the doubtful and wrong cells, as long as new ones have answers. */
  settle(row: Row, group: GroupFields, read: ReadRow): ReadRow {
    if (!this.hasAnswers) return read
    const given = new Map<string, string | null>()
    let current = read
    for (let round = 0; round < mostRounds; round++) {
      const question = current.reader.faults.find((fault) => !given.has(fault.field) && this.isAnswered(row.row, fault))
      if (!question) return current
      const answer = this.answerOf(row.row, question) ?? null
      this.assertOffered(row.row, question, answer)
      given.set(question.field, answer)
      const answers: RowAnswers = given
      const again = new RowReader(row, this.context.mapping, this.file.base1904, answers, group)
      current = { reader: again, statements: this.judge.read(again) }
    }
    return current
  }

  /** A question may be answered with a text or by leaving the row out; what is wrong, only with another text. */
  private isAnswered(row: number, fault: Fault): boolean {
    const answer = this.answerOf(row, fault)
    return fault.verdict === 'review' ? answer !== undefined : typeof answer === 'string'
  }

  /** Where the choices are all there is (districts, units), or a date is asked for, another answer is a mistake and stops the import. */
  private assertOffered(row: number, question: Fault, answer: string | null): void {
    const at = { sheet: this.context.sheet, row, column: question.column, field: question.field }
    // What a batch was once answered is read again as it was.
    if (answer !== null && !this.file.replay && question.verdict === 'review' && isNoDate(question.code, question.field, answer)) throw new Refusal('bad_date', at, { value: answer })
    const choices = question.choices ?? []
    if (answer === null || choices.includes(answer) || !closedQuestions.has(question.code)) return
    const code = this.context.districts.resolve(answer).code
    if (code !== null && choices.includes(this.context.districts.nameOf(code))) return
    throw new Refusal('invalid_answer', at, { value: answer, choices: [...choices] })
  }

  private answerOf(row: number, fault: Fault): string | null | undefined {
    const value = this.file.answers[this.questionId(row, fault)]
    return typeof value === 'number' ? String(value) : value
  }

  /** Whether the clerk has answered a question of the row by leaving the row to the reporter. */
  isLeftOut(row: number, fault: Fault): boolean {
    return this.hasAnswers && fault.verdict === 'review' && this.answerOf(row, fault) === null
  }

  questionId(row: number, fault: Fault): string {
    const { sheet, span } = this.context
    return questionIdOf(this.file.sha256, { sheet, row, field: fault.field, table: tableColumn(span) })
  }
}
