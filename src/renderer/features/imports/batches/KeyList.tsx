import { t } from '../../../../shared/text/t'
import { numberAndName } from '../../../bridge/keyText'

const shownKeys = 12

/** The first records of a sort, each with its number and name, and how many there are in all. */
export function KeyList({ title, why, keys, total }: { title: string; why: string; keys: readonly { kind: string; key: string; title: string }[]; total: number }) {
  const shown = keys.slice(0, shownKeys).map((known) => ({ ...known, ...numberAndName(known) }))
  return (
    <section>
      <h3>{title}</h3>
      {total === 0 ? null : <p className="secondary">{why}</p>}
      <ul className="key-list">{shown.map(({ kind, key, words, name }) => <li key={kind + key} className="cut" title={name === '' ? words : `${words}　${name}`}>{words}{name === '' ? null : <span className="secondary">　{name}</span>}</li>)}</ul>
      {total > shown.length ? <p className="secondary">{t('imports.batch.more', { count: total - shown.length })}</p> : null}
    </section>
  )
}
