import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { t } from '../../../shared/text/t'
import { useUnitChoice } from './useUnitChoice'

interface Props {
  isBusy: boolean
  /** Gets the code of the unit. */
  onChoose(unit: string): void
  onClose(): void
}

/** Any unit of the directory, found by a part of its names, its code or pinyin. */
export function UnitSelect({ isBusy, onChoose, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const options = useUnitChoice(text)
  return (
    <Select
      className="unit-select" aria-label={t('units.joinOther')} placeholder={t('units.findHint')} showSearch={{ searchValue: typed, onSearch: setTyped, filterOption: false }} autoFocus defaultOpen disabled={isBusy}
      notFoundContent={text === '' ? null : t('units.noSuchUnit')} value={null} onChange={(code: string | null) => { if (code !== null) onChoose(code) }} onBlur={onClose}
      options={options}
    />
  )
}
