import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { ImportDetail, ImportJob, SheetSummary } from '../../../../shared/bridge/imports'
import { importKinds, type ImportKind } from '../../../../shared/domain/catalogue/headings'
import { isIsoDay } from '../../../../shared/domain/dates/calendar'
import { t, textOf } from '../../../../shared/text/t'
import { retell } from '../../../../shared/text/retell'
import { SidePanel } from '../../../components/panels/SidePanel'
import { LayoutNote, RememberChoice } from './LayoutNote'

export interface SheetWords {
  kind?: ImportKind | null
  headerRows?: number[] | null
  isIncluded?: boolean
}

interface Props {
  job: ImportJob
  detail: ImportDetail
  sheet: SheetSummary
  onFile(words: { district?: string | null; statusDate?: string | null }): void
  onSheet(sheet: number, words: SheetWords): void
  onRemember(isOn: boolean): void
}

/** What the program read from a sheet, each fact open to correction. */
export function SheetFacts({ job, detail, sheet, onFile, onSheet, onRemember }: Props) {
  const { settings, found, districts, sheets } = detail
  const hidden = sheets.filter(({ state, isIncluded }) => state !== 'visible' && !isIncluded)
  // Of hidden sheets the page speaks itself, beside the way to take them in.
  const notices = detail.notices.filter(({ code }) => code !== 'hidden_sheet_left_out')
  return (
    <SidePanel className="import-side" label={t('imports.recognised')}>
      <section>
        <h2>{t('imports.recognised')}</h2>
        {sheet.kind === null && job.state === 'ready' ? <p className="secondary">{t('imports.chooseKind')}</p> : null}
        <LayoutNote layout={sheet.layout} />
      </section>
      <section>
        <h3>{t('imports.fileSays')}</h3>
        <label>
          <span>{t('imports.fact.kind')}</span>
          <Select size="small" aria-label={t('imports.fact.kind')} value={sheet.kind} placeholder={t('imports.unknown')} options={importKinds.map((kind) => ({ value: kind, label: textOf(`kind.${kind}`) }))} onChange={(kind: ImportKind) => onSheet(sheet.index, { kind })} />
        </label>
        <label>
          <span>{t('imports.fact.district')}</span>
          <Select
            size="small" allowClear aria-label={t('imports.fact.district')} value={settings.district ?? found.district} placeholder={t('imports.notSaid')}
            options={districts.map(({ code, name }) => ({ value: code, label: name }))} onChange={(district?: string) => onFile({ district: district ?? null })}
          />
        </label>
        <StatusDate key={settings.statusDate ?? found.statusDate ?? ''} value={settings.statusDate ?? found.statusDate ?? ''} onChange={(statusDate) => onFile({ statusDate })} />
        {sheet.title?.year === null || sheet.title === null ? null : <p className="fact"><span>{t('imports.fact.year')}</span>{sheet.title.year}</p>}
      </section>
      <Blocks sheet={sheet} onAgain={() => onSheet(sheet.index, { headerRows: null, kind: null })} />
      {hidden.length === 0 ? null : (
        <section>
          {hidden.map(({ index, name }) => (
            <div key={index} className="import-question-box">
              <p>{t('imports.sheetIsHidden', { sheet: name ?? '' })}</p>
              <Button size="small" onClick={() => onSheet(index, { isIncluded: true })}>{t('imports.takeHidden')}</Button>
            </div>
          ))}
        </section>
      )}
      {notices.length === 0 ? null : (
        <section>
          <h3>{t('imports.notices')}</h3>
          <ul>{notices.map(({ code, message }) => <li key={message} className="secondary">{retell(`notice.${code}`, message)}</li>)}</ul>
        </section>
      )}
      {sheet.kind === null || job.state === 'done' ? null : <section><RememberChoice isRemembered={detail.isRemembered} onRemember={onRemember} /></section>}
      <section><p className="secondary">{t('imports.headerHint')}</p></section>
    </SidePanel>
  )
}

function StatusDate({ value, onChange }: { value: string; onChange(date: string | null): void }) {
  const [text, setText] = useState(value)
  const isDate = text === '' || isIsoDay(text)
  const finish = (): void => {
    if (isDate && text !== value) onChange(text === '' ? null : text)
  }
  return (
    <label>
      <span>{t('imports.fact.statusDate')}</span>
      <Input size="small" value={text} placeholder={t('imports.notSaid')} status={isDate ? '' : 'error'} onChange={(event) => setText(event.target.value)} onBlur={finish} onPressEnter={finish} />
    </label>
  )
}

function Blocks({ sheet, onAgain }: { sheet: SheetSummary; onAgain(): void }) {
  const { headerRows, dataFrom, dataTo, dataRows, skipped } = sheet
  const [first] = headerRows
  if (first === undefined) return null
  const range = (from: number, to: number): string => (from === to ? t('imports.oneRow', { from }) : t('imports.rowRange', { from, to }))
  const reasons = skipped.map(({ code, count }) => t('imports.reasonCount', { reason: textOf(`skip.${code}`), count })).join(t('punctuation.clause'))
  return (
    <section>
      <h3>{t('imports.blocks')}<button type="button" className="plain link" onClick={onAgain}>{t('imports.recogniseAgain')}</button></h3>
      {first > 1 ? <p className="block"><i className="is-title" />{t('imports.role.title')}<span className="secondary">{range(1, first - 1)}</span></p> : null}
      <p className="block">
        <i className="is-header" />
        {headerRows.length > 1 ? t('imports.headerJoined', { count: headerRows.length }) : t('imports.role.header')}
        <span className="secondary">{range(first, headerRows.at(-1) ?? first)}</span>
      </p>
      {dataFrom === null || dataTo === null ? null : (
        <p className="block"><i className="is-data" />{t('imports.block.data')}<span className="secondary">{t('imports.block.dataRange', { from: dataFrom, to: dataTo, count: dataRows })}</span></p>
      )}
      {skipped.length === 0 ? null : (
        <p className="block"><i className="is-skipped" />{t('imports.role.skipped')}<span className="secondary">{t('imports.block.skipped', { count: skipped.reduce((sum, { count }) => sum + count, 0), reasons })}</span></p>
      )}
    </section>
  )
}
