import { CheckOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo } from 'react'
import type { FillingPreview, ReceivedForm, TemplateDifference } from '../../../../shared/bridge/fill'
import type { Bindings } from '../../../../shared/domain/filling/bindings'
import { checkForm, type CheckedCell, type FormCheck } from '../../../../shared/domain/filling/formChecks'
import { listed, t, textOf } from '../../../../shared/text/t'
import { withoutArea, bindingAt, withBindings, withFigure, withList, placeOf, type FoundBinding, type SheetArea } from '../../../../shared/domain/filling/editBindings'
import type { FormSheet } from '../../../../shared/domain/filling/formSheet'
import { printFigure } from '../../../components/values/printFigure'
import { FigureRecords } from '../CellRecords'
import { FigureFields, type KnownIndicator } from './FigureFields'
import { cellsIn, filledBy, writtenArea } from './formPlaces'
import { ListFields } from './ListFields'
import { NewBinding } from './NewBinding'
import { withProposal, type ReceivedState } from './useReceivedForm'

interface Props {
  state: ReceivedState
  form: ReceivedForm
  sheet: FormSheet
  chosen: SheetArea | null
  indicators: readonly KnownIndicator[]
  districts: readonly string[]
  dismissed: ReadonlySet<string>
  onDismiss(place: string): void
  onChoose(area: SheetArea): void
}

/** Beside the form: the binding of the chosen cells with its records, what the headings seem to ask for, what changed, what fails. */
export function ReceivedSide(props: Props) {
  const { state, form, chosen } = props
  return (
    <>
      {chosen === null ? <p className="secondary report-hint">{t('received.pick')}</p> : <Chosen key={`${chosen.sheet} ${writtenArea(chosen)}`} {...props} chosen={chosen} />}
      <Problems {...props} />
      <Checks {...props} />
      <Proposals {...props} />
      {form.kept === null || form.kept.differences.length === 0 ? null : <Differences differences={form.kept.differences} onChoose={props.onChoose} />}
      {state.preview?.lists.map(({ sheet, rows, count, missing }) => (
        <section key={`${sheet} ${rows}`} className="received-panel">
          <h2><span className="cell-address">{t('received.rows', { rows })}</span>{missing > 0 ? t('received.listGrows', { count, missing }) : t('received.listCount', { count })}</h2>
        </section>
      ))}
    </>
  )
}

function Chosen({ state, form, sheet, chosen, indicators, districts }: Props & { chosen: SheetArea }) {
  const isOnly = form.sheets.length === 1
  const found = bindingAt(state.bindings, sheet.name, chosen.top, chosen.left, isOnly)
  const filled = filledBy(state.preview, sheet.name).get(`${chosen.top}:${chosen.left}`)
  const place = writtenArea(chosen)
  const hasFormula = cellsIn(sheet, chosen).some(({ kind }) => kind === 'formula')
  return (
    <>
      <section className="received-panel">
        <h2>
          <span className="cell-address">{place}</span>
          {filled === undefined ? null : t('received.value', { text: filled.text })}
          {found === null ? null : <button type="button" className="plain link" onClick={() => state.change(withoutArea(state.bindings, chosen, isOnly))}>{t('received.unbind')}</button>}
        </h2>
        {found === null && hasFormula ? <p className="secondary">{t('received.isFormula')}</p> : null}
        {found === null && !hasFormula ? <NewBinding sheet={sheet} area={chosen} indicators={indicators} districts={districts} onBind={(more) => state.change(withBindings(state.bindings, more, isOnly))} /> : null}
        {found === null ? null : <Bound state={state} found={found} indicators={indicators} districts={districts} />}
      </section>
      {filled?.figure ? <FigureRecords key={JSON.stringify(filled.figure)} address={place} figure={filled.figure} /> : null}
    </>
  )
}

function Bound({ state, found, indicators, districts }: Pick<Props, 'state' | 'indicators' | 'districts'> & { found: FoundBinding }) {
  if (found.type === 'text') return <p className="selectable">{found.text}</p>
  if (found.type === 'list') {
    const { rows, kind, filters, sort } = found.list
    return (
      <>
        <p>{t('received.rows', { rows })} {textOf(`kind.${kind}`)}</p>
        <ListFields kind={kind} districts={districts} choice={{ filters, sort }} onChange={(choice) => state.change(withList(state.bindings, found, choice))} />
      </>
    )
  }
  return (
    <>
      <div className="received-fields"><FigureFields figure={found.figure} indicators={indicators} onChange={(figure) => state.change(withFigure(state.bindings, found, figure))} /></div>
      <p className="secondary">{found.type === 'block' ? t('received.inBlock', { names: found.names }) : (found.district ?? t('reports.wholeCity'))}</p>
    </>
  )
}

function Proposals({ state, form, sheet, dismissed, onDismiss, onChoose }: Props) {
  const isOnly = form.sheets.length === 1
  const open = form.proposals.filter((proposal) => {
    const first = areaOf(proposal)
    return !dismissed.has(`${proposal.sheet} ${proposal.place}`) && first !== null && bindingAt(state.bindings, proposal.sheet, first.top, first.left, isOnly) === null
  })
  if (open.length === 0) return null
  return (
    <section className="received-panel" aria-label={t('received.proposals')}>
      <h2>{t('received.proposals')}<Button size="small" onClick={() => state.change(withProposal(form, state.bindings, open))}>{t('received.acceptAll')}</Button></h2>
      <p className="secondary">{t('received.proposalsHint')}</p>
      <ul className="received-list">
        {open.map((proposal) => (
          <li key={`${proposal.sheet} ${proposal.place}`}>
            <button type="button" className="plain cell-address" onClick={() => { const area = areaOf(proposal); if (area) onChoose(area) }}>{proposal.sheet === sheet.name ? proposal.place : `${proposal.sheet} ${proposal.place}`}</button>
            <span className="cut" title={proposal.words}>{proposal.words}</span>
            <button type="button" className="plain link" onClick={() => state.change(withProposal(form, state.bindings, [proposal]))}>{t('received.accept')}</button>
            <button type="button" className="plain link" onClick={() => onDismiss(`${proposal.sheet} ${proposal.place}`)}>{t('received.dismiss')}</button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function areaOf({ sheet, place }: { sheet: string; place: string }): SheetArea | null {
  const [first = '', last = first] = place.split(':')
  const [from, to] = [placeOf(first), placeOf(last)]
  return from && to ? { sheet, top: from.row, left: from.column, bottom: to.row, right: to.column } : null
}

function Differences({ differences, onChoose }: { differences: readonly TemplateDifference[]; onChoose(area: SheetArea): void }) {
  return (
    <section className="received-panel" aria-label={t('received.differences')}>
      <h2>{t('received.differences')}</h2>
      <ul className="received-list">
        {differences.map((difference) => {
          const { sheet, cell, before, now, movedTo } = difference
          const place = movedTo ?? cell
          const area = place === null ? null : areaOf({ sheet, place })
          const words = { cell: cell ?? sheet, before: before ?? '', now: now ?? '', to: movedTo ?? '' }
          return (
            <li key={`${sheet} ${cell} ${before}`}>
              <button type="button" className="plain cell-address" disabled={area === null} onClick={() => { if (area) onChoose(area) }}>{place ?? sheet}</button>
              <span>{textOf(`received.difference.${wayOf(difference)}`, words)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function wayOf({ before, now, movedTo }: TemplateDifference): 'moved' | 'renamed' | 'added' | 'gone' {
  if (movedTo !== null) return 'moved'
  return before === null ? 'added' : now === null ? 'gone' : 'renamed'
}

/** What is to be seen before the form is written; each line leads to its first cell. */
function Checks({ state: { bindings, preview }, form, indicators, onChoose }: Props) {
  const checks = useMemo(() => (preview === null ? null : checksOf(form, bindings, preview, indicators)), [form, bindings, preview, indicators])
  if (checks === null) return null
  const open = checks.filter(({ isFine }) => !isFine).length
  return (
    <section className="received-panel" aria-label={t('received.checks')}>
      <h2>{t('received.checks')}<span className="secondary">{open === 0 ? t('received.checksFine') : t('received.checksOpen', { count: open })}</span></h2>
      <ul className="received-list">
        {checks.map(({ id, isFine, count, names, compared, place }) => {
          const area = { sheet: place.sheet, top: place.row, bottom: place.row, left: place.column, right: place.column }
          const text = t(`received.check.${id}`, { count: printFigure(count), names: listed(names), city: printFigure(compared?.city ?? null), districts: printFigure(compared?.districts ?? null) })
          return (
            <li key={id}>
              <button type="button" className="plain cell-address" onClick={() => onChoose(area)}>{writtenArea(area)}</button>
              <span>{isFine ? <CheckOutlined className="received-fine" /> : <WarningOutlined className="received-look" />} {text}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function checksOf({ sheets }: ReceivedForm, bindings: Bindings, preview: FillingPreview, indicators: readonly KnownIndicator[]): FormCheck[] {
  const known = new Map(indicators.map((indicator) => [indicator.name, indicator]))
  const cells = preview.cells.map((cell) => {
    const figure = countedAs(bindingAt(bindings, cell.sheet, cell.row, cell.column, sheets.length === 1), cell)
    return { ...cell, figure: figure !== null && known.get(figure.indicator)?.isCounted ? figure : null }
  })
  return checkForm({ sheets, bindings, cells, isShared: (name) => known.get(name)?.kind === 'standards' })
}

/** Counts alone are added up: no places, shares or densities. A zero opens no records and does not say whose it is; its cell stands for that. */
function countedAs(found: FoundBinding | null, { row, column, number, figure }: FillingPreview['cells'][number]): CheckedCell['figure'] {
  if (found === null || (found.type !== 'figure' && found.type !== 'block') || found.figure.measure !== 'value') return null
  const { indicator, filters } = found.figure
  if (figure !== null) return { indicator, filters, row: figure.row }
  return number === 0 ? { indicator, filters, row: `${row}:${column}` } : null
}

function Problems({ state, onChoose }: Props) {
  const problems = state.preview?.problems ?? []
  if (problems.length === 0) return null
  return (
    <section className="received-panel" aria-label={t('received.problems')}>
      <h2>{t('received.problems')}</h2>
      <ul className="received-list">
        {problems.map(({ place, text }, index) => {
          const area = place === null ? null : { sheet: place.sheet, top: place.row, bottom: place.row, left: place.column, right: place.column }
          return (
            <li key={index}>
              {area === null ? null : <button type="button" className="plain cell-address" onClick={() => onChoose(area)}>{writtenArea(area)}</button>}
              <span className="report-fault">{text}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
