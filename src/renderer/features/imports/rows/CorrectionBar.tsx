import { Button, Input } from 'antd'
import { useState } from 'react'
import type { ImportRow } from '../../../../shared/bridge/imports'
import { t } from '../../../../shared/text/t'

interface Props {
  row: ImportRow
  isBusy: boolean
  onCorrect(row: ImportRow, text: string): void
  onShowCell(row: ImportRow): void
}

/** The cell that keeps the current row out, to be written anew here; the file itself stays as it is. */
export function CorrectionBar({ row, isBusy, onCorrect, onShowCell }: Props) {
  const [text, setText] = useState(row.wrong?.value ?? '')
  if (row.wrong === null || row.cell === null) return null
  const { heading, value } = row.wrong
  const isNew = text.trim() !== '' && text.trim() !== value
  return (
    <form className="correction-bar" onSubmit={(event) => { event.preventDefault(); if (isNew && !isBusy) onCorrect(row, text.trim()) }}>
      <span className="cut" title={t('imports.correct.original', { cell: row.cell, heading, value })}>{t('imports.correct.original', { cell: row.cell, heading, value })}</span>
      <label><span>{t('imports.correct.to')}</span><Input size="small" value={text} onChange={(event) => setText(event.target.value)} /></label>
      <Button size="small" htmlType="submit" disabled={!isNew || isBusy}>{t('imports.correct.apply')}</Button>
      <button type="button" className="plain link" onClick={() => onShowCell(row)}>{t('imports.rows.showCell')}</button>
    </form>
  )
}
