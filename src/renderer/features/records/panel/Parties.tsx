import type { RecordDetail } from '../../../../shared/bridge/records'
import { t } from '../../../../shared/text/t'

interface Props {
  word: string
  parties: RecordDetail['parties']
  /** The order is that of the standard's text and decides who leads. */
  isOrdered: boolean
}

/** Drafting units, patentees or applicants in the order of the source; those of the city stand out. */
export function Parties({ word, parties, isOrdered }: Props) {
  const local = parties.filter(({ isLocal }) => isLocal).length
  return (
    <section aria-label={t('record.partyList', { word })} className="selectable">
      <h2>
        {t('record.parties', { word, count: parties.length, local })}
        {isOrdered ? <span className="secondary">{t('record.unitOrder')}</span> : null}
      </h2>
      <ol>
        {parties.map(({ position, name, district, isLocal }) => (
          <li key={position} className={isLocal ? 'record-party is-local' : 'record-party'}>
            <span className="record-position">{position}</span>
            <span className="cut" title={name}>{name}</span>
            <span className="secondary">{district ?? (isLocal ? '—' : t('record.outside'))}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
