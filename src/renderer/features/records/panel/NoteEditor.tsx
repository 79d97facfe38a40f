import { Button, Input } from 'antd'
import { useState } from 'react'
import type { RecordDetail } from '../../../../shared/bridge/records'
import type { Failure } from '../../../../shared/domain/result'
import { t } from '../../../../shared/text/t'
import { fieldFailureText } from '../../../bridge/fieldFailureText'
import { isLeaving } from '../../../components/panels/isLeaving'

interface Props {
  note: RecordDetail['note']
  onStore(text: string, followUpOn: string): Promise<Failure | null>
}

/** 待核实: what is still to be checked about the record, and the day to do it. */
export function NoteEditor({ note, onStore }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const stored = { text: note?.text ?? '', day: note?.followUpOn ?? '' }
  const [draft, setDraft] = useState<{ text: string; day: string } | null>(null)
  const { text, day } = draft ?? stored

  async function store(wanted: { text: string; day: string }): Promise<void> {
    const refused = await onStore(wanted.text, wanted.day)
    if (refused === null) leave()
    else setFailure(refused)
  }

  const leave = (): void => {
    setDraft(null)
    setFailure(null)
    setOpen(false)
  }

  if (note === null && !isOpen) {
    return (
      <section>
        <button type="button" className="plain link" onClick={() => setOpen(true)}>{t('record.addNote')}</button>
      </section>
    )
  }
  return (
    <section aria-label={t('record.toCheck')} className="record-note" data-draft={draft !== null} onKeyDown={(event) => { if (isLeaving(event)) leave() }}>
      <h2>{t('record.toCheck')}</h2>
      <Input.TextArea autoFocus={note === null} rows={1} maxLength={1_000} aria-label={t('record.noteText')} placeholder={t('record.noteText')} value={text} onChange={(event) => setDraft({ text: event.target.value, day })} />
      <div className="record-note-line">
        <label className="secondary">
          {t('record.followUpOn')}
          <Input aria-label={t('record.followUpOn')} placeholder="2022-03-01" value={day} status={failure === null ? '' : 'error'} onChange={(event) => setDraft({ text, day: event.target.value })} onPressEnter={() => void store({ text, day })} />
        </label>
        <Button size="small" disabled={text.trim() === '' && note === null} onClick={() => void store({ text, day })}>{t('record.storeNote')}</Button>
        {note === null ? <Button size="small" type="text" onClick={leave}>{t('record.cancel')}</Button> : <Button size="small" type="text" onClick={() => void store({ text: '', day: '' })}>{t('record.noteDone')}</Button>}
      </div>
      {failure === null ? null : <p className="field-failure" role="alert">{fieldFailureText(failure)}</p>}
      {note === null ? null : <p className="secondary">{[note.operator, new Date(note.at).toLocaleDateString('sv-SE')].filter((part) => part !== '').join(' ')}</p>}
    </section>
  )
}
