import type { BatchDocument, DocumentSheet } from '../../../../shared/bridge/batches'
import { sizeWords } from '../../../../shared/text/sizeWords'
import { t } from '../../../../shared/text/t'
import { momentText } from '../../../components/values/momentText'
import { operatorText } from '../../../components/values/operatorText'

/** What a batch is: file, hash, who took it in, what was answered, and how the columns of a sheet were read. */
export function DocumentFacts({ document, sheet }: { document: BatchDocument; sheet: DocumentSheet | undefined }) {
  const { kept, answers, undoneAt } = document
  return (
    <>
      <section aria-label={t('batch.facts')}>
        <h3>{t('batch.facts')}</h3>
        <Fact label={t('batch.takenIn')} text={momentText(document.at)} />
        {undoneAt === null ? null : <Fact label={t('batch.undoneAt')} text={momentText(undoneAt)} />}
        <Fact label={t('batch.operator')} text={operatorText(document.operator)} />
        <Fact label={t('batch.version')} text={document.programVersion} />
        <Fact label={t('batch.size')} text={`${sizeWords(document.sizeBytes)}${t('punctuation.clause')}${document.format}`} />
        {document.district === null ? null : <Fact label={t('batch.district')} text={document.district} />}
        {document.statusDate === null ? null : <Fact label={t('batch.statusDate')} text={document.statusDate} />}
        <Fact label={t('batch.answers')} text={answers === 0 ? '—' : t('batch.answerCount', { count: answers })} />
        <Fact label={t('batch.hash')} text={document.sha256} />
      </section>
      {kept.length === 0 ? null : (
        <section>
          <h3>{t('batch.keptField')}</h3>
          <ul className="key-list">{kept.map(({ row, label }, at) => <li key={at}>{row === null ? t('batch.keptAll', { label }) : t('batch.keptRow', { row, label })}</li>)}</ul>
        </section>
      )}
      {sheet === undefined || sheet.mapping.length === 0 ? null : (
        <section aria-label={t('batch.mapping')}>
          <h3>{t('batch.mapping')}</h3>
          <ul className="document-mapping">{sheet.mapping.map(({ column, header, label, field }) => <li key={`${column} ${field}`} title={`${column} ${header} → ${label}`}><b>{column}</b><span className="cut">{header.split('/').at(-1)}</span><span className="cut secondary">{label}</span></li>)}</ul>
        </section>
      )}
    </>
  )
}

function Fact({ label, text }: { label: string; text: string }) {
  return <p className="fact"><span>{label}</span><span className="cut selectable" title={text}>{text}</span></p>
}
