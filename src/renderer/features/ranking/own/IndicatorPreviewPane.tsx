import type { IndicatorPreview } from '../../../../shared/bridge/ownIndicators'
import { t } from '../../../../shared/text/t'
import { keyText } from '../../../bridge/keyText'
import { useGoTo } from '../../../components/navigation'
import { recordDestination } from '../../../components/records/recordRoute'
import { printFigure } from '../../../components/values/printFigure'
import { problemText } from '../countingWords'

/** What the definition counts as it stands: the sentence, every district, and the first records. */
export function IndicatorPreviewPane({ preview, period }: { preview: IndicatorPreview | undefined; period: string }) {
  const goTo = useGoTo()
  const figure = preview?.figure ?? null
  return (
    <section className="own-preview" aria-label={t('own.preview')}>
      <h3>{t('own.preview')}<span className="secondary">{period}</span></h3>
      {preview?.failure ? <p className="own-wrong">{problemText({ details: {}, ...preview.failure })}</p> : null}
      {figure === null ? <p className="secondary">{t('own.noFigure')}</p> : (
        <>
          <p className="selectable">{figure.sentence}</p>
          <div className="own-figures">
            <table>
              <tbody>
                {[{ name: t('own.total'), value: figure.total }, ...figure.rows].map(({ name, value }) => (
                  <tr key={name}><th scope="row">{name}</th><td className="number">{printFigure(value, figure.decimals)}</td><td className="secondary">{figure.unit}</td></tr>
                ))}
              </tbody>
            </table>
            <div className="own-records">
              <p className="secondary">{figure.count === 0 ? t('own.noRecords') : t('own.records', { count: figure.count, shown: figure.records.length })}</p>
              <ul>
                {figure.records.map((record) => (
                  <li key={`${record.id} ${record.note}`}>
                    <button type="button" className="plain" title={record.title} onClick={() => goTo(recordDestination(figure.kind, record))}><span className="record-key">{keyText(record.key)}</span><span className="cut secondary">{record.title}</span></button>
                  </li>
                ))}
              </ul>
            </div>
          </div>
        </>
      )}
    </section>
  )
}
