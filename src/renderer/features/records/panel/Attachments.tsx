import { DeleteOutlined, SaveOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useState, type DragEvent } from 'react'
import type { RecordAttachment } from '../../../../shared/bridge/attachments'
import { attachmentEndings, longestAttachmentNote } from '../../../../shared/domain/catalogue/attachmentTypes'
import { sizeWords } from '../../../../shared/text/sizeWords'
import { t } from '../../../../shared/text/t'
import { pathsOf } from '../../../bridge/filePaths'
import { FileButton } from '../../../components/form/FileButton'
import type { AttachmentActions } from './useAttachments'

interface Props {
  attachments: readonly RecordAttachment[]
  actions: AttachmentActions
}

const endings = attachmentEndings.map((ending) => `.${ending}`)

/** 附件: the files of a record; more are added with the button or by letting them go over the section. */
export function Attachments({ attachments, actions }: Props) {
  const [isOver, setOver] = useState(false)
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const files = pathsOf(event.dataTransfer.files)
    if (files.length > 0) actions.add(files)
  }
  return (
    <section aria-label={t('attachment.title')} data-takes-files className={isOver ? 'attachments is-over' : 'attachments'} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
      <h2>
        {attachments.length === 0 ? t('attachment.title') : t('attachment.count', { count: attachments.length })}
        <FileButton type="text" size="small" text={t('attachment.add')} aria-label={t('attachment.addLabel')} endings={endings} onFiles={(files) => actions.add(pathsOf(files))} />
      </h2>
      {isOver ? <p className="secondary">{t('attachment.dropHere')}</p> : attachments.length === 0 ? <p className="secondary">{t('attachment.empty')}</p> : null}
      <ul>{attachments.map((attachment) => <Attachment key={attachment.sha256} attachment={attachment} actions={actions} />)}</ul>
      {actions.refused.map((text) => <p key={text} className="field-failure" role="alert">{text}</p>)}
    </section>
  )
}

function Attachment({ attachment, actions }: { attachment: RecordAttachment; actions: AttachmentActions }) {
  const { fileName, type, sizeBytes, note, at, operator, isMissing, sha256 } = attachment
  const facts = [t(`attachmentType.${type}`), sizeWords(sizeBytes), new Date(at).toLocaleDateString('sv-SE'), operator].filter((part) => part !== '')
  return (
    <li className="attachment">
      <div className="attachment-line">
        {isMissing
          ? <span className="cut attachment-name" title={fileName}>{fileName}</span>
          : <button type="button" className="plain link cut attachment-name" title={fileName} aria-label={t('attachment.openOf', { file: fileName })} onClick={() => actions.open(sha256)}>{fileName}</button>}
        {isMissing ? <Tooltip title={t('attachment.missingHint')}><span className="tag tag-amber">{t('attachment.missing')}</span></Tooltip> : (
          <Tooltip title={t('attachment.save')}>
            <Button type="text" size="small" icon={<SaveOutlined />} aria-label={t('attachment.saveOf', { file: fileName })} onClick={() => actions.save(sha256)} />
          </Tooltip>
        )}
        <Tooltip title={t('attachment.remove')}>
          <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('attachment.removeOf', { file: fileName })} onClick={() => actions.remove(sha256)} />
        </Tooltip>
      </div>
      <p className="secondary">{facts.join(' · ')}</p>
      <NoteInput key={note} note={note} label={t('attachment.noteOf', { file: fileName })} onStore={(text) => actions.note(sha256, text)} />
    </li>
  )
}

/** A remark in a line of its own; stored with Enter or when the line is left. */
function NoteInput({ note, label, onStore }: { note: string; label: string; onStore(text: string): void }) {
  const [text, setText] = useState(note)
  const store = (): void => { if (text.trim() !== note) onStore(text) }
  return (
    <input
      className="attachment-note" value={text} maxLength={longestAttachmentNote} aria-label={label} placeholder={t('attachment.notePlace')}
      onChange={(event) => setText(event.target.value)} onBlur={store}
      onKeyDown={(event) => {
        if (event.key === 'Enter') store()
        else if (event.key === 'Escape') setText(note)
      }}
    />
  )
}
