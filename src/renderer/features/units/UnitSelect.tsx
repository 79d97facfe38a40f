import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'

interface Props {
  isBusy: boolean
  /** Gets the code of the unit. */
  onChoose(unit: string): void
  onClose(): void
}

const shownUnits = 20

/** Any unit of the directory, found by a part of its names, its code or pinyin. */
export function UnitSelect({ isBusy, onChoose, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const found = useQuery({ queryKey: ['units.choice', text], queryFn: () => callBridge('search.find', { text, limit: shownUnits }), enabled: text !== '', placeholderData: keepPreviousData })
  const hits = text === '' ? [] : (found.data?.groups.find(({ kind }) => kind === 'units')?.hits ?? [])
  return (
    <Select
      className="unit-select" aria-label={t('units.joinOther')} placeholder={t('units.findHint')} showSearch={{ searchValue: typed, onSearch: setTyped, filterOption: false }} autoFocus defaultOpen disabled={isBusy}
      notFoundContent={text === '' ? null : t('units.noSuchUnit')} value={null} onChange={(code: string | null) => { if (code !== null) onChoose(code) }} onBlur={onClose}
      options={hits.map(({ key, title }) => ({ value: key.text, label: `${title.text} ${key.text}` }))}
    />
  )
}
