import { useState } from 'react'
import type { EvidencePlace, RecordSource } from '../../../../shared/bridge/records'
import { t } from '../../../../shared/text/t'
import { named } from '../../../../shared/text/named'

interface Props {
  sources: readonly RecordSource[]
  openEvidence: ((source: EvidencePlace) => void) | undefined
}

const shownFirst = 3

/** The rows of files behind the record; what a row says unfolds under it, its number opens the original there. */
export function Evidence({ sources, openEvidence }: Props) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? sources : sources.slice(0, shownFirst)
  return (
    <section aria-label={t('record.evidence')}>
      <h2>{sources.length === 0 ? t('record.byHand') : t('record.sources', { count: sources.length })}</h2>
      <ul>
        {shown.map((source) => <SourceRow key={`${source.batch}/${source.sheet}/${source.row}`} source={source} openEvidence={openEvidence} />)}
      </ul>
      {shown.length < sources.length ? <button type="button" className="plain link" onClick={() => setWhole(true)}>{t('record.moreSources', { count: sources.length - shown.length })}</button> : null}
    </section>
  )
}

function SourceRow({ source, openEvidence }: { source: RecordSource; openEvidence: Props['openEvidence'] }) {
  const [isOpen, setOpen] = useState(false)
  const row = t('record.sourceRow', { row: source.row })
  return (
    <li className="record-source">
      <div className="record-source-line">
        <button type="button" className="plain cut record-file" aria-expanded={isOpen} title={source.file} onClick={() => setOpen(!isOpen)}>{source.file}</button>
        {openEvidence === undefined ? <span>{row}</span> : <button type="button" className="plain link" onClick={() => openEvidence(source)}>{row}</button>}
      </div>
      <p className="secondary">
        {t('record.importedOn', { date: new Date(source.importedAt).toLocaleDateString('sv-SE') })}
        {source.sheet === null ? '' : `${t('punctuation.clause')}${t('record.sheet', { sheet: source.sheet })}`}
      </p>
      {isOpen ? (
        <dl className="selectable">
          {source.states.map(({ label, text, differs }) => (
            <div key={`${label}${text}`} className={differs ? 'differs' : undefined}>
              <dt className="secondary">{named(label)}</dt>
              <dd>{text}{differs ? <span className="secondary">{t('record.differs')}</span> : null}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </li>
  )
}
