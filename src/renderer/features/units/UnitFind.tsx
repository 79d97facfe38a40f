import { AutoComplete, Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { t } from '../../../shared/text/t'
import { useUnitChoice } from './useUnitChoice'

interface Props {
  /** Name or code that stands in the box at first. */
  unit: string
  /** Gets the code of a unit of the list below the box, or what was typed as it is. */
  onAsk(ref: string): void
}

/** Asks for a unit: those of the directory are offered by a part of a name, a code or pinyin; another name is taken as typed. */
export function UnitFind({ unit, onAsk }: Props) {
  const [typed, setTyped] = useState(unit)
  const text = useDeferredValue(typed.trim())
  const options = useUnitChoice(text, text !== unit)
  return (
    <AutoComplete
      className="unit-find" aria-label={t('units.findLabel')} value={typed} autoFocus defaultActiveFirstOption={false} onChange={setTyped}
      onSelect={(code: string) => onAsk(code)} options={options} popupMatchSelectWidth={440}
    >
      <Input.Search placeholder={t('units.findHint')} onSearch={(asked) => onAsk(asked.trim())} />
    </AutoComplete>
  )
}
