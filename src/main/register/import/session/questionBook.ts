import type { QuestionGroup } from '../../../../shared/bridge/imports'
import type { TaughtAnswer } from '../layouts/layout'
import { dateQuestions, isNoDate } from '../dateAnswers'
import type { RowReport } from '../importObserver'

export interface Question {
  questionId: string
  index: number
  sheet: number
  row: number
  column: string
  value: string
  choices: readonly string[]
}

export type Answers = Map<string, string | null>

/** How a group of questions is answered: by the same reading, by a text, or by leaving the rows out. */
export type Answer = { choice: number } | { text: string } | null

/** Questions of a judged file by their cause: same code, same field, same number of readings. */
export class QuestionBook {
  private readonly groups = new Map<string, { code: string; field: string; heading: string; questions: Question[] }>()

  add({ fault, sheet, row }: RowReport, index: number): void {
    if (fault?.questionId === undefined) return
    const choices = fault.choices ?? []
    const id = `${fault.code}|${fault.field}|${choices.length}`
    const group = this.groups.get(id) ?? { code: fault.code, field: fault.field, heading: fault.heading, questions: [] }
    group.questions.push({ questionId: fault.questionId, index, sheet, row, column: fault.column, value: String(fault.value ?? ''), choices })
    this.groups.set(id, group)
  }

  open(answers: Answers): number {
    let open = 0
    for (const { questions } of this.groups.values()) open += questions.filter(({ questionId }) => !answers.has(questionId)).length
    return open
  }

  describe(answers: Answers, sheetName: (sheet: number) => string | null, placeOf: (index: number) => number): QuestionGroup[] {
    // Those that can be answered with one key first.
    const byEase = [...this.groups].sort(([, a], [, b]) => Number((b.questions[0]?.choices.length ?? 0) > 0) - Number((a.questions[0]?.choices.length ?? 0) > 0))
    return byEase.flatMap(([group, { code, field, heading, questions }]) => {
      const open = questions.filter(({ questionId }) => !answers.has(questionId))
      const first = open[0] ?? questions[0]
      if (!first) return []
      const { questionId, index, row, column, value, choices, sheet } = first
      return [{
        group, code, field, heading, total: questions.length, open: open.length, choiceCount: choices.length,
        first: { questionId, place: placeOf(index), row, cell: `${column}${row}`, sheetName: sheetName(sheet), value, choices: [...choices], answer: answers.get(questionId) },
      }]
    })
  }

  /**
   * What an answer teaches about later files: a reading of a date holds for the whole cause, anything else for the same
   * text only.
   */
  teaching(group: string, settled: readonly [string, string | null][], answer: Answer): TaughtAnswer[] {
    const found = this.groups.get(group)
    if (!found) return []
    const { code, field, questions } = found
    if (dateQuestions.has(code) && answer !== null && 'choice' in answer) return [{ code, field, value: null, answer }]
    const ids = new Set(settled.map(([id]) => id))
    const choicesOf = new Map<string, readonly string[]>()
    for (const { questionId, value, choices } of questions) if (ids.has(questionId) && !choicesOf.has(value)) choicesOf.set(value, choices)
    return [...choicesOf].flatMap(([value, choices]): TaughtAnswer[] => {
      const text = answer === null ? null : 'text' in answer ? answer.text : choices[answer.choice]
      return text === undefined ? [] : [{ code, field, value, answer: text === null ? null : { text } }]
    })
  }

  /** Whether a text can be no answer to this group's questions. */
  refuses(group: string, text: string): boolean {
    const found = this.groups.get(group)
    return found !== undefined && isNoDate(found.code, found.field, text)
  }

  /** Answers that earlier files of the same sender teach. */
  settleTaught(taught: readonly TaughtAnswer[], answers: Answers): [string, string | null][] {
    return [...this.groups.values()].flatMap(({ code, field, questions }) => questions.flatMap((question): [string, string | null][] => {
      if (answers.has(question.questionId)) return []
      const known = taught.find((one) => one.code === code && one.field === field && (one.value === null || one.value === question.value))
      if (!known) return []
      const { answer } = known
      const value = answer === null ? null : 'text' in answer ? answer.text : question.choices[answer.choice]
      return value === undefined ? [] : [[question.questionId, value]]
    }))
  }

  /** The answers that one word of the clerk gives; questions answered before keep theirs. */
  settle(group: string, questionId: string | undefined, answer: Answer, answers: Answers): [string, string | null][] {
    const questions = this.groups.get(group)?.questions ?? []
    const meant = questions.filter((question) => (questionId === undefined ? !answers.has(question.questionId) : question.questionId === questionId))
    return meant.flatMap((question): [string, string | null][] => {
      const value = answer === null ? null : 'text' in answer ? answer.text : question.choices[answer.choice]
      return value === undefined ? [] : [[question.questionId, value]]
    })
  }
}
