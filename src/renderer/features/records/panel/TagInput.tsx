import { Select } from 'antd'
import { useState } from 'react'
import { sortTags } from '../../../../shared/domain/tags'
import { t } from '../../../../shared/text/t'
import { useTags } from '../../../bridge/useTags'
import { inOwnDialog } from '../../../components/form/inOwnDialog'

interface Props {
  id: string
  label: string
  /** The tags as an editor takes them, with ； between. */
  text: string
  isWrong: boolean
  /** A tag came or went. */
  onChange(text: string): void
}

/** What ends a tag while it is typed. */
const separators = ['；', ';', '，', ',', '、']

/** Tags as chips: each can be taken off, known ones are offered, a new one is typed and ended with Enter. */
export function TagInput({ id, label, text, isWrong, onChange }: Props) {
  const [isLookedAt, setLookedAt] = useState(false)
  const [isListOpen, setListOpen] = useState(false)
  // The list goes when a tag is taken: what stands below it would stay hidden.
  const take = (values: string[]): void => {
    setListOpen(false)
    onChange(values.join('；'))
  }
  const known = useTags(isLookedAt)
  const { tags, tooLong } = sortTags(text)
  return (
    <Select
      id={id} className="field-input" mode="tags" title={t('tags.placeholder')} aria-label={label} aria-invalid={isWrong} status={isWrong ? 'error' : ''}
      value={[...tags, ...tooLong]} options={known.map(({ tag }) => ({ value: tag }))} tokenSeparators={separators} placeholder={t('tags.placeholder')}
      suffixIcon={null} popupMatchSelectWidth={false} getPopupContainer={inOwnDialog} onFocus={() => setLookedAt(true)}
      open={isListOpen} onOpenChange={setListOpen} notFoundContent={null} onChange={take}
    />
  )
}
