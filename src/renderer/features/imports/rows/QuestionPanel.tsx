import { Button, Checkbox, Input } from 'antd'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import type { ImportJob, QuestionGroup } from '../../../../shared/bridge/imports'
import { hasText, t, textOf } from '../../../../shared/text/t'
import { SidePanel } from '../../../components/panels/SidePanel'
import { RememberChoice } from '../sheet/LayoutNote'
import { readingWords } from '../importWords'
import { useQuestions } from '../useImports'

export type GivenAnswer = { choice: number } | { text: string } | null

interface Props {
  job: ImportJob
  onAnswer(group: string, questionId: string | undefined, answer: GivenAnswer): void
  onTakeBack(): void
  onShowRow(place: number): void
  isRemembered: boolean
  onRemember(isOn: boolean): void
  /** Stands under the questions. */
  children: ReactNode
}

/** Everything the file leaves open, by cause; no reading is ever chosen beforehand. */
export function QuestionPanel({ job, isRemembered, onAnswer, onRemember, onTakeBack, onShowRow, children }: Props) {
  const groups = useQuestions(job) ?? []
  const [opened, setOpened] = useState<string | null>(null)
  const waiting = groups.filter(({ open }) => open > 0)
  const current = waiting.find(({ group }) => group === opened) ?? waiting[0]
  return (
    <SidePanel className="import-side" label={t('imports.questionsHint')}>
      <section className="import-side-head">
        <h2>{waiting.length === 0 ? t('imports.questionsNone') : t('imports.questions', { rows: job.open, groups: waiting.length })}</h2>
        <span className="secondary">{waiting.length === 0 ? '' : t('imports.questionsHint')}</span>
      </section>
      {current && job.state === 'ready' ? <Question key={`${current.group}|${current.first.questionId}`} group={current} isRemembered={isRemembered} onAnswer={onAnswer} onRemember={onRemember} onShowRow={onShowRow} /> : null}
      <ul className="question-list">
        {waiting.filter((group) => group !== current).map((group) => (
          <li key={group.group}>
            <button type="button" className="plain" onClick={() => setOpened(group.group)}>
              <span>{causeOf(group)}</span>
              <span className="secondary">{t('imports.question.rowCount', { count: group.open })}</span>
            </button>
          </li>
        ))}
      </ul>
      {job.answered === 0 ? null : <section><button type="button" className="plain link" onClick={onTakeBack}>{t('imports.question.takeBack')}</button></section>}
      {children}
    </SidePanel>
  )
}

function Question({ group, isRemembered, onAnswer, onRemember, onShowRow }: { group: QuestionGroup } & Pick<Props, 'isRemembered' | 'onAnswer' | 'onRemember' | 'onShowRow'>) {
  const [isForAll, setForAll] = useState(false)
  const [text, setText] = useState('')
  const { first, open, heading, code } = group
  const why = `error.${code}`
  const answer = (given: GivenAnswer): void => onAnswer(group.group, isForAll ? undefined : first.questionId, given)
  const readings: { words: string; answer: GivenAnswer }[] = [
    ...first.choices.map((choice, index) => ({ words: readingWords(choice), answer: { choice: index } })),
    { words: t('imports.question.leaveOut'), answer: null },
  ]
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLElement && event.target.closest('input:not([type=checkbox]), textarea, .ant-select') !== null
    const reading = /^[1-9]$/u.test(event.key) ? readings[Number(event.key) - 1] : undefined
    if (isTyping || event.ctrlKey || event.altKey || !reading) return
    event.preventDefault()
    answer(reading.answer)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
  return (
    <section className="import-question">
      <h3>{causeOf(group)}<button type="button" className="plain tag-button" onClick={() => onShowRow(first.place)}>{t('imports.question.place', { count: open, cell: first.cell })}</button></h3>
      <p className="secondary">{t('imports.question.value', { heading, value: first.value })}{t('punctuation.sentence')}{hasText(why) ? textOf(why, { value: first.value, proposed: first.choices[0] ?? '', readings: first.choices }) : null}</p>
      <ol>
        {readings.map(({ words, answer: given }, index) => (
          <li key={words}><button type="button" className="plain" onClick={() => answer(given)}><i aria-hidden="true" /><span>{words}</span><kbd>{index + 1}</kbd></button></li>
        ))}
      </ol>
      <form className="question-text" onSubmit={(event) => { event.preventDefault(); if (text.trim() !== '') answer({ text: text.trim() }) }}>
        <Input size="small" aria-label={t('imports.question.text')} placeholder={t('imports.question.text')} value={text} onChange={(event) => setText(event.target.value)} />
        <Button size="small" htmlType="submit" disabled={text.trim() === ''}>{t('imports.question.useText')}</Button>
      </form>
      {open > 1 ? <Checkbox checked={isForAll} onChange={(event) => setForAll(event.target.checked)}>{t('imports.question.all', { count: open })}</Checkbox> : null}
      <RememberChoice isRemembered={isRemembered} onRemember={onRemember} />
    </section>
  )
}

function causeOf({ code }: QuestionGroup): string {
  const key = `reason.${code}`
  return hasText(key) ? textOf(key) : code
}
