import { DeleteOutlined } from '@ant-design/icons'
import { Button, Radio } from 'antd'
import type { ComparedField, ComparedRecord, ComparedRecords } from '../../../../shared/bridge/twins'
import { t } from '../../../../shared/text/t'
import { named } from '../../../../shared/text/named'
import { keyText } from '../../../bridge/keyText'
import '../../../components/compare/compare.css'

interface Props {
  compared: ComparedRecords
  /** Id of the record that is kept: values are taken over into it. */
  keep: number
  isOnlyDiffering: boolean
  isBusy: boolean
  onKeep(id: number): void
  onTake(field: ComparedField, from: number): void
  onDelete(record: ComparedRecord): void
  onOpen(record: ComparedRecord): void
}

const none = '—'
const columnWidth = 230
const fieldWidth = 104

/** Records side by side, a line a field; where they differ, the line is shaded and a value can be taken over into the one that is kept. */
export function TwinTable({ compared: { fields, records }, keep, isOnlyDiffering, isBusy, onKeep, onTake, onDelete, onOpen }: Props) {
  return (
    <div className="compare twin-table">
      <table style={{ minWidth: fieldWidth + records.length * columnWidth }}>
        <thead>
          <tr>
            <th aria-label={t('twins.field')} />
            {records.map((record) => (
              <th key={record.id} scope="col">
                <span className="compare-column">
                  <Radio checked={record.id === keep} onChange={() => onKeep(record.id)}>{t('twins.keep')}</Radio>
                  <button type="button" className="plain link cut" title={keyText(record.key)} aria-label={t('twins.openRecord', { key: keyText(record.key) })} onClick={() => onOpen(record)}>{keyText(record.key)}</button>
                  {record.id === keep ? null : <Button size="small" icon={<DeleteOutlined />} disabled={isBusy} aria-label={t('twins.deleteOf', { key: keyText(record.key) })} onClick={() => onDelete(record)}>{t('twins.delete')}</Button>}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.filter(({ differs }) => differs || !isOnlyDiffering).map((field) => <FieldLine key={field.name} field={field} records={records} keep={keep} isBusy={isBusy} onTake={onTake} />)}
          <tr>
            <th scope="row">{t('twins.sources')}</th>
            {records.map(({ id, sources }) => <td key={id}><div className="compare-cell selectable">{sources.length === 0 ? t('twins.byHand') : sources.map(({ file, row }) => t('twins.source', { file, row })).join('\n')}</div></td>)}
          </tr>
          {records.some(({ attachments }) => attachments > 0) ? <tr><th scope="row">{t('twins.attachments')}</th>{records.map(({ id, attachments }) => <td key={id}>{attachments === 0 ? none : attachments}</td>)}</tr> : null}
          {records.some(({ note }) => note !== null) ? <tr><th scope="row">{t('twins.note')}</th>{records.map(({ id, note }) => <td key={id}><div className="compare-cell">{note ?? none}</div></td>)}</tr> : null}
        </tbody>
      </table>
    </div>
  )
}

interface LineProps extends Pick<Props, 'keep' | 'isBusy' | 'onTake'> {
  field: ComparedField
  records: readonly ComparedRecord[]
}

function FieldLine({ field, records, keep, isBusy, onTake }: LineProps) {
  const kept = field.texts[records.findIndex(({ id }) => id === keep)] ?? ''
  const label = named(field.label)
  return (
    <tr className={field.differs ? 'is-different' : ''}>
      <th scope="row">{label}</th>
      {records.map(({ id, key }, at) => {
        const text = field.texts[at] ?? ''
        const canTake = id !== keep && !field.isFixed && text !== '' && text !== kept
        return (
          <td key={id}>
            {canTake ? (
              <div className="compare-take">
                <div className="compare-cell selectable" title={text}>{text}</div>
                <button type="button" className="plain link" disabled={isBusy} aria-label={t('twins.takeIntoOf', { field: label, key })} onClick={() => onTake(field, id)}>{t('twins.takeInto')}</button>
              </div>
            ) : <div className="compare-cell selectable" title={text}>{text || none}</div>}
          </td>
        )
      })}
    </tr>
  )
}
