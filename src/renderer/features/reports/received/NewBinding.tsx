import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { listDefinitions, listKinds, type ListKind } from '../../../../shared/domain/catalogue/listFields'
import type { FigureBinding, WrittenBindings } from '../../../../shared/domain/filling/bindings'
import { columnLetters } from '../../../../shared/domain/columnLetters'
import { blockKey } from '../../../../shared/domain/filling/blockLines'
import type { SheetArea } from '../../../../shared/domain/filling/editBindings'
import { numberHeading } from '../../../../shared/domain/filling/headingWords'
import type { FormSheet } from '../../../../shared/domain/filling/formSheet'
import { t, textOf } from '../../../../shared/text/t'
import { FigureFields, type KnownIndicator } from './FigureFields'
import { ListFields, periodFilter, type ListChoice } from './ListFields'
import { headingOver, isOneCell, nameLines } from './formPlaces'

interface Props {
  sheet: FormSheet
  area: SheetArea
  indicators: readonly KnownIndicator[]
  districts: readonly string[]
  onBind(bindings: WrittenBindings): void
}

const kindsOfBinding = ['figure', 'text', 'list'] as const
type BindingType = (typeof kindsOfBinding)[number]

/** What the chosen cells are to be filled with. */
export function NewBinding(props: Props) {
  const [type, setType] = useState<BindingType>('figure')
  const isSingle = isOneCell(props.sheet, props.area)
  const shown = type === 'text' && !isSingle ? 'figure' : type
  return (
    <>
      <div className="received-fields">
        <label>
          <span>{t('received.what')}</span>
          <Select aria-label={t('received.what')} value={shown} options={kindsOfBinding.map((kind) => ({ value: kind, label: textOf(`received.what.${kind}`), disabled: kind === 'text' && !isSingle }))} onChange={setType} />
        </label>
      </div>
      {shown === 'figure' ? <NewFigure {...props} isSingle={isSingle} /> : null}
      {shown === 'text' ? <NewText {...props} /> : null}
      {shown === 'list' ? <NewList {...props} /> : null}
    </>
  )
}

const wholeCity = ''

function NewFigure({ sheet, area, indicators, districts, onBind, isSingle }: Props & { isSingle: boolean }) {
  const [figure, setFigure] = useState<FigureBinding>({ indicator: '', filters: [], measure: 'value' })
  const lines = nameLines(sheet, area)
  const regions = [
    ...lines.map(({ isColumn, range, place }) => ({ value: range, label: t(isColumn ? 'received.regionColumn' : 'received.regionRow', { place }) })),
    ...(isSingle ? [{ value: wholeCity, label: t('reports.wholeCity') }, ...districts.map((name) => ({ value: name, label: name }))] : []),
  ]
  const [chosen, setChosen] = useState<string | null>(null)
  const [below, setBelow] = useState(0)
  const region = chosen ?? regions[0]?.value
  if (region === undefined) return <p className="secondary">{t('received.noNames')}</p>
  const line = lines.find(({ range }) => range === region)
  const offset = Math.min(below, (line?.each ?? 1) - 1)
  const bind = (): void => {
    if (line === undefined) onBind({ cells: [{ sheet: sheet.name, cell: `${columnLetters(area.left)}${area.top}`, ...figure, ...(region === wholeCity ? {} : { district: region }) }] })
    else onBind({ blocks: [{ sheet: sheet.name, names: line.range, ...(line.each > 1 ? { each: line.each } : {}), figures: Object.fromEntries(besides(area, line.isColumn).map((beside) => [blockKey(beside, offset), figure])) }] })
  }
  return (
    <>
      <div className="received-fields">
        <FigureFields figure={figure} indicators={indicators} onChange={setFigure} />
        <label>
          <span>{t('received.region')}</span>
          <Select aria-label={t('received.region')} value={region} options={regions} onChange={setChosen} popupMatchSelectWidth={false} />
        </label>
        {line === undefined || line.each === 1 ? null : (
          <label>
            <span>{t('received.whichLine')}</span>
            <Select aria-label={t('received.whichLine')} value={offset} options={Array.from({ length: line.each }, (_, at) => ({ value: at, label: t(line.isColumn ? 'received.lineRow' : 'received.lineColumn', { at: at + 1 }) }))} onChange={setBelow} />
          </label>
        )}
      </div>
      <Button type="primary" disabled={figure.indicator === ''} onClick={bind}>{t('received.bind')}</Button>
    </>
  )
}

function besides({ top, bottom, left, right }: SheetArea, isColumn: boolean): string[] {
  return isColumn ? Array.from({ length: right - left + 1 }, (_, at) => columnLetters(left + at)) : Array.from({ length: bottom - top + 1 }, (_, at) => String(top + at))
}

function NewText({ sheet, area, onBind }: Props) {
  const before = sheet.cells.find(({ row, column }) => row === area.top && column === area.left)?.text ?? ''
  const [text, setText] = useState(before)
  return (
    <>
      <div className="received-fields">
        <label>
          <span>{t('received.text')}</span>
          <Input aria-label={t('received.text')} value={text} onChange={(event) => setText(event.target.value)} />
        </label>
      </div>
      <p className="secondary">{textOf('received.textHint')}</p>
      <Button type="primary" disabled={text === ''} onClick={() => onBind({ cells: [{ sheet: sheet.name, cell: `${columnLetters(area.left)}${area.top}`, text }] })}>{t('received.bind')}</Button>
    </>
  )
}

const runningNumber = '#'
const leftOut = ''

function NewList({ sheet, area, districts, onBind }: Props) {
  const [kind, setKind] = useState<ListKind>('standards')
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const [choice, setChoice] = useState<ListChoice>({ filters: periodFilter(kind), sort: [] })
  const { fields } = listDefinitions[kind]
  const columns = Array.from({ length: area.right - area.left + 1 }, (_, at) => {
    const heading = headingOver(sheet, area.top, area.left + at)
    const proposed = numberHeading.test(heading) ? runningNumber : (fields.find(({ label }) => label === heading)?.name ?? leftOut)
    return { letters: columnLetters(area.left + at), heading, proposed }
  })
  const fieldOf = ({ letters, proposed }: { letters: string; proposed: string }): string => chosen[letters] ?? proposed
  const bound = Object.fromEntries(columns.flatMap((column) => (fieldOf(column) === leftOut ? [] : [[column.letters, fieldOf(column)]])))
  const options = [{ value: leftOut, label: t('received.leave') }, { value: runningNumber, label: t('received.number') }, ...fields.map(({ name, label }) => ({ value: name, label }))]
  return (
    <>
      <div className="received-fields">
        <label>
          <span>{t('received.kind')}</span>
          <Select aria-label={t('received.kind')} value={kind} options={listKinds.map((known) => ({ value: known, label: textOf(`kind.${known}`) }))} onChange={(next) => { setKind(next); setChosen({}); setChoice({ filters: periodFilter(next), sort: [] }) }} />
        </label>
        {columns.map((column) => (
          <label key={column.letters}>
            <span className="cut" title={column.heading}>{t('received.column', { letters: column.letters, heading: column.heading })}</span>
            <Select aria-label={t('received.column', { letters: column.letters, heading: column.heading })} showSearch optionFilterProp="label" value={fieldOf(column)} options={options} onChange={(field) => setChosen({ ...chosen, [column.letters]: field })} />
          </label>
        ))}
      </div>
      <ListFields key={kind} kind={kind} districts={districts} choice={choice} onChange={setChoice} />
      <Button type="primary" disabled={Object.keys(bound).length === 0} onClick={() => onBind({ lists: [{ sheet: sheet.name, rows: `${area.top}:${area.bottom}`, kind, columns: bound, ...choice }] })}>{t('received.bind')}</Button>
    </>
  )
}
