import type { QuestionGroup } from '../../../../shared/bridge/imports'
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
