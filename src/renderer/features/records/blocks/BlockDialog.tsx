import { Button } from 'antd'
import type { BlockPreview } from '../../../../shared/bridge/blocks'
import { listed, t } from '../../../../shared/text/t'
import { locale } from '../../../../shared/text/language'
import { named } from '../../../../shared/text/named'
import { keyText } from '../../../bridge/keyText'
import { fieldFailureText } from '../../../bridge/fieldFailureText'
import { ModalDialog } from '../../../components/feedback/ModalDialog'
import './blocks.css'

interface Props {
  title: string
  preview: BlockPreview
  /** The register moved on after the first preview. */
  isAgain: boolean
  remarks?: readonly string[]
  /** The change in one line, where it is not one of cells. */
  summary?(preview: BlockPreview): string
  onApply(): void
  onClose(): void
}

/** What a change of many cells would do: counted, then old and new values, then what is refused and why. */
export function BlockDialog({ title, preview, isAgain, remarks = [], summary = cellsSummary, onApply, onClose }: Props) {
  const count = (number: number): string => number.toLocaleString(locale())
  const facts = [
    ...(preview.same > 0 ? [t('block.same', { count: count(preview.same) })] : []),
    ...(preview.gone > 0 ? [t('block.gone', { count: count(preview.gone) })] : []),
    ...remarks,
  ]
  return (
    <ModalDialog className="block-dialog" title={title} onLeave={onClose}>
      <p className="block-summary">
        {preview.changed === 0 ? t('block.nothingAllowed') : summary(preview)}
        {facts.length === 0 ? null : <span className="secondary"> · {facts.join(' · ')}</span>}
      </p>
      {isAgain ? <p className="block-again">{t('block.again')}</p> : null}
      <div className="block-lists">
        {preview.refused === 0 ? null : <Refusals preview={preview} />}
        {preview.changed === 0 ? null : <Changes preview={preview} />}
      </div>
      <div className="question-answers">
        <Button onClick={onClose}>{t('block.cancel')}</Button>
        {preview.changed === 0 ? null : <Button type="primary" data-first onClick={onApply}>{t('block.apply', { changed: count(preview.changed) })}</Button>}
      </div>
    </ModalDialog>
  )
}

function cellsSummary({ records, changed }: BlockPreview): string {
  return t('block.summary', { records: records.toLocaleString(locale()), changed: changed.toLocaleString(locale()) })
}

/** Few different changes are counted, many are listed cell by cell. */
function Changes({ preview: { groups, cells, changed } }: { preview: BlockPreview }) {
  const isCounted = groups.length < cells.length || cells.length === 0
  const unlisted = changed - groups.reduce((sum, { count }) => sum + count, 0)
  const restOfGroups = unlisted === 0 ? '' : t('block.firstGroups', { shown: groups.length, count: unlisted.toLocaleString(locale()) })
  const restOfCells = cells.length === changed ? '' : t('block.firstCells', { shown: cells.length, count: changed.toLocaleString(locale()) })
  const rest = isCounted ? restOfGroups : restOfCells
  return (
    <section aria-label={isCounted ? t('block.groups') : t('block.cells')}>
      <h2>{isCounted ? t('block.groups') : t('block.cells')}{rest === '' ? null : <span className="secondary"> {rest}</span>}</h2>
      <ul>
        {isCounted
          ? groups.map(({ label, before, after, count }) => <ChangeLine key={`${label}\n${before}\n${after}`} name={named(label)} before={before} after={after} more={t('block.times', { count: count.toLocaleString(locale()) })} />)
          : cells.map(({ row, key, label, before, after }) => <ChangeLine key={`${row} ${label}`} name={`${keyText(key)} ${named(label)}`} before={before} after={after} />)}
      </ul>
    </section>
  )
}

function ChangeLine({ name, before, after, more }: { name: string; before: string; after: string; more?: string }) {
  return (
    <li>
      <span className="secondary cut" title={name}>{name}</span>
      <span className="cut" title={`${before} → ${after}`}><del>{shown(before)}</del> → <ins>{shown(after)}</ins></span>
      <span className="block-count">{more}</span>
    </li>
  )
}

function Refusals({ preview: { refusals, refused } }: { preview: BlockPreview }) {
  return (
    <section aria-label={t('block.refusals')}>
      <h2>{t('block.refused', { count: refused.toLocaleString(locale()) })}{refusals.length === refused ? null : <span className="secondary"> {t('block.firstCells', { shown: refusals.length, count: refused.toLocaleString(locale()) })}</span>}</h2>
      <ul>
        {refusals.map(({ row, key, label, code, details }) => {
          const reason = fieldFailureText({ ok: false, code, details })
          return (
            <li key={`${row} ${label}`} className="is-refused">
              <span className="secondary cut" title={`${keyText(key)} ${named(label)}`}>{t('block.row', { row: (row + 1).toLocaleString(locale()) })} {keyText(key)} {named(label)}</span>
              <span className="cut" title={reason}>{reason}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function shown(text: string): string {
  return text === '' ? '—' : listed(text.split('\n'))
}
