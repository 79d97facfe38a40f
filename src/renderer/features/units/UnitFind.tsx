import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { AutoComplete, Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'

interface Props {
  /** Name or code that stands in the box at first. */
  unit: string
  /** Gets the code of a unit of the list below the box, or what was typed as it is. */
  onAsk(ref: string): void
}

const shownUnits = 10

/** Asks for a unit: those of the directory are offered by a part of a name, a code or pinyin; another name is taken as typed. */
export function UnitFind({ unit, onAsk }: Props) {
  const [typed, setTyped] = useState(unit)
  const text = useDeferredValue(typed.trim())
  const found = useQuery({ queryKey: ['units.choice', text], queryFn: () => callBridge('search.find', { text, limit: shownUnits }), enabled: text !== '' && text !== unit, placeholderData: keepPreviousData })
  const hits = text === '' ? [] : (found.data?.groups.find(({ kind }) => kind === 'units')?.hits ?? [])
  return (
    <AutoComplete
      className="unit-find" aria-label={t('units.findLabel')} value={typed} autoFocus defaultActiveFirstOption={false} onChange={setTyped}
      onSelect={(code: string) => onAsk(code)} options={hits.map(({ key, title }) => ({ value: key.text, label: `${title.text} ${key.text}` }))}
    >
      <Input.Search placeholder={t('units.findHint')} onSearch={(asked) => onAsk(asked.trim())} />
    </AutoComplete>
  )
}
