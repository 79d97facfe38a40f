import { Button, Input } from 'antd'
import { useState } from 'react'
import type { CountedTag } from '../../../../shared/bridge/tags'
import type { Failure } from '../../../../shared/domain/result'
import { listed, t } from '../../../../shared/text/t'
import { locale } from '../../../../shared/text/language'
import { fieldFailureText } from '../../../bridge/fieldFailureText'
import { useTags } from '../../../bridge/useTags'
import { ModalDialog } from '../../../components/feedback/ModalDialog'
import { useConfirm } from '../../../components/feedback/useConfirm'
import { spokenView } from '../recordViews'
import './tags.css'

interface Props {
  onRetag(tag: string, to: string | null): Promise<Failure | null>
  onClose(): void
}

/** Every tag with what has it, in whatever list; a tag gets another name or goes from all of them, each one change. */
export function TagManager({ onRetag, onClose }: Props) {
  const tags = useTags(true)
  const { ask, holder } = useConfirm()
  const [failure, setFailure] = useState<Failure | null>(null)

  async function change(tag: CountedTag, to: string | null): Promise<void> {
    setFailure(null)
    if (await ask(questionOf(tag, to, tags))) setFailure(await onRetag(tag.tag, to))
  }
  return (
    <>
      <ModalDialog className="tag-manager" title={t('tags.manage')} onLeave={onClose}>
        {failure === null ? null : <p className="field-failure" role="alert">{fieldFailureText(failure)}</p>}
        {tags.length === 0 ? <p className="secondary">{t('tags.none')}</p> : null}
        <ul>{tags.map((tag) => <TagLine key={tag.tag} tag={tag} onRename={(to) => void change(tag, to)} onDrop={() => void change(tag, null)} />)}</ul>
        <div className="question-answers"><Button onClick={onClose}>{t('tags.close')}</Button></div>
      </ModalDialog>
      {holder}
    </>
  )
}

function TagLine({ tag, onRename, onDrop }: { tag: CountedTag; onRename(to: string): void; onDrop(): void }) {
  const [draft, setDraft] = useState<string | null>(null)
  const wanted = draft?.trim() ?? ''
  const rename = (): void => {
    setDraft(null)
    if (wanted !== '' && wanted !== tag.tag) onRename(wanted)
  }
  return (
    <li>
      {draft === null ? <span className="tag tag-grey cut" title={tag.tag}>{tag.tag}</span> : (
        <Input
          size="small" autoFocus aria-label={t('tags.newName')} value={draft} onChange={(event) => setDraft(event.target.value)} onPressEnter={rename}
          onKeyDown={(event) => { if (event.key === 'Escape') { setDraft(null); event.preventDefault() } event.stopPropagation() }}
        />
      )}
      <span className="secondary cut">{countsOf(tag)}</span>
      {draft === null
        ? <Button size="small" type="text" aria-label={t('tags.renameOf', { tag: tag.tag })} onClick={() => setDraft(tag.tag)}>{t('tags.rename')}</Button>
        : <Button size="small" type="primary" disabled={wanted === ''} onClick={rename}>{t('tags.renameDone')}</Button>}
      <Button size="small" type="text" aria-label={t('tags.dropOf', { tag: tag.tag })} onClick={onDrop}>{t('tags.drop')}</Button>
    </li>
  )
}

/** 标准 12 项、专利 300 件 */
function countsOf({ kinds }: CountedTag): string {
  return listed(kinds.map(({ kind, count }) => {
    const { name, unit } = spokenView(kind)
    return t('tags.kind', { name, unit, count: count.toLocaleString(locale()) })
  }))
}

function questionOf(tag: CountedTag, to: string | null, known: readonly CountedTag[]) {
  const counts = countsOf(tag)
  const cancel = t('tags.cancel')
  if (to === null) return { title: t('tags.dropTitle', { tag: tag.tag }), text: t('tags.dropText', { counts }), ok: t('tags.drop'), cancel }
  const isKnown = known.some((other) => other.tag === to)
  return { title: t('tags.renameTitle', { tag: tag.tag, to }), text: isKnown ? t('tags.mergeText', { counts, to }) : t('tags.renameText', { counts }), ok: t('tags.rename'), cancel, isHarmless: true }
}
