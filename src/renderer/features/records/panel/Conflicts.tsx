import { Button } from 'antd'
import type { EvidencePlace, FieldConflict } from '../../../../shared/bridge/records'
import { listed, t } from '../../../../shared/text/t'
import { named } from '../../../../shared/text/named'
import { LongText } from '../../../components/values/LongText'
import { listDifferences } from './listDifferences'

type Who = FieldConflict['values'][number]['by'][number]

interface Props {
  conflicts: readonly FieldConflict[]
  openEvidence: ((source: EvidencePlace) => void) | undefined
  /** Takes a value in place of the one that stands. */
  onTake(field: string, text: string, before: string): void
}

/** What rows, files and persons say differently, side by side; the clerk leaves it or takes another value. */
export function Conflicts({ conflicts, openEvidence, onTake }: Props) {
  if (conflicts.length === 0) return null
  return (
    <section className="record-conflicts" aria-label={t('record.conflicts')}>
      <h2>{t('record.conflictCount', { count: conflicts.length })}</h2>
      {conflicts.map((conflict) => {
        const current = conflict.values.find(({ isCurrent }) => isCurrent)?.text ?? ''
        return (
          <div key={conflict.field} className="record-conflict">
            <h3>{named(conflict.label)}</h3>
            <ul>
              {conflict.values.map(({ text, isCurrent, isHand, by }) => (
                <li key={text} className={isCurrent ? 'is-standing' : undefined}>
                  <div className="record-conflict-value">
                    <LongText text={text === '' ? '—' : listed(text.split('\n'))} />
                    {isCurrent ? <span className="tag tag-green">{t('record.conflictCurrent')}</span> : <Button size="small" type="link" onClick={() => onTake(conflict.field, text, current)}>{t('record.conflictTake')}</Button>}
                  </div>
                  {isCurrent ? null : listDifferences(current, text).map((line) => <p key={line} className="record-conflict-difference">{line}</p>)}
                  {isHand ? <p className="secondary">{t('record.conflictHand')}</p> : null}
                  {by.map((who) => <Voice key={`${who.batch} ${who.sheet ?? ''} ${who.row}`} who={who} openEvidence={openEvidence} />)}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

function Voice({ who, openEvidence }: { who: Who; openEvidence: Props['openEvidence'] }) {
  const row = t('record.sourceRow', { row: who.row })
  return (
    <p className="secondary record-voice">
      <span className="cut" title={who.file}>{t(`sourceClass.${who.sourceClass}`)}　{who.file}</span>
      {openEvidence === undefined ? <span>{row}</span> : <button type="button" className="plain link" onClick={() => openEvidence(who)}>{row}</button>}
      {who.raw === null ? null : <span className="record-raw">{t('record.conflictRaw', { raw: who.raw })}</span>}
    </p>
  )
}
