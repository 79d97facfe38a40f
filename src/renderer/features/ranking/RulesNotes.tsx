import type { RankTable } from '../../../shared/bridge/counting'
import { t } from '../../../shared/text/t'
import { problemText } from './countingWords'

/** The rules in words, right under the table; all of them by name when asked for. */
export function RulesNotes({ table, isOpen }: { table: RankTable; isOpen: boolean }) {
  const problems = table.columns.flatMap(({ label, problem }) => (problem === null ? [] : [{ label, text: problemText(problem) }]))
  return (
    <section className={isOpen ? 'rules-notes is-open selectable' : 'rules-notes selectable'}>
      {problems.map(({ label, text }) => <p key={label} className="rules-problem">{`${label}${t('punctuation.colon')}${text}`}</p>)}
      {table.scope === 'cities' && table.columns.every(({ cells }) => cells.every(({ value }) => value === null)) ? <p className="rules-problem">{t('ranking.noReceived', { period: table.periodText })}</p> : null}
      <p>{table.notes.join(t('punctuation.next'))}</p>
      {isOpen ? (
        <dl>
          {table.rules.map(({ about, text }) => (
            <div key={`${about} ${text}`}>
              <dt className="cut" title={about}>{about}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  )
}
