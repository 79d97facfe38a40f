import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { useDeferredValue, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { t } from '../../../shared/text/t'
import { useBridgeEvent } from '../../bridge/bridgeClient'
import { useGoTo } from '../../components/navigation'
import { recordDestination, recordRoute } from '../../components/records/recordRoute'
import { findLines, nextLine, type FindLine } from './findLines'
import { FindPanel } from './FindPanel'
import { isWorthFinding, useFind } from './useFind'
import './find.css'

interface Props {
  /** What the field shows; the list that is on the screen follows it. */
  text: string
  onText(text: string): void
}

/** The search of the title bar (Ctrl+K): while a clerk types, what is found in every kind stands below. */
export function FindBox({ text, onText }: Props) {
  const input = useRef<InputRef>(null)
  const id = useId()
  const goTo = useGoTo()
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState(0)
  const asked = useDeferredValue(isOpen ? text.trim() : '')
  const { found, error } = useFind(asked)
  const isShown = isOpen && isWorthFinding(text.trim()) && (found !== null || error !== null)
  const lines = useMemo(() => findLines(found?.groups ?? []), [found])
  useBridgeEvent('menu.command', ({ command }) => {
    if (command !== 'search') return
    input.current?.focus({ cursor: 'all' })
    setOpen(true)
  })

  const open = ({ kind, hit }: FindLine): void => {
    setOpen(false)
    input.current?.blur()
    goTo(hit === null ? { route: recordRoute(kind), state: { kind, search: text.trim() } } : recordDestination(kind, { key: hit.key.text }))
  }
  const onKey = (event: KeyboardEvent): void => {
    // Enter and arrows belong to the input method while a word is being made.
    if (event.nativeEvent.isComposing) return
    // What was only looked up is not to narrow every list afterwards: a second Escape takes the words away.
    if (event.key === 'Escape') {
      if (!isShown) onText('')
      setOpen(false)
    }
    if (!isShown) return
    const next = nextLine(chosen, event.key, lines.length)
    const line = lines[chosen]
    if (next !== null) setChosen(next)
    else if (event.key === 'Enter' && line !== undefined && found?.text === text.trim()) open(line)
    else return
    event.preventDefault()
  }
  return (
    <div className="title-search find-box" onBlur={() => setOpen(false)}>
      <Input
        ref={input}
        prefix={<SearchOutlined />}
        suffix={<kbd>Ctrl+K</kbd>}
        placeholder={t('find.placeholder')}
        aria-label={t('find.label')}
        role="combobox" aria-expanded={isShown} aria-controls={id} aria-autocomplete="list"
        aria-activedescendant={isShown && lines.length > 0 ? `${id}-${chosen}` : undefined}
        value={text}
        onChange={(event) => {
          onText(event.target.value)
          setOpen(true)
          setChosen(0)
        }}
        onKeyDown={onKey}
      />
      {isShown ? <FindPanel id={id} found={found} error={error} lines={lines} chosen={chosen} onPoint={setChosen} onOpen={open} /> : null}
    </div>
  )
}
