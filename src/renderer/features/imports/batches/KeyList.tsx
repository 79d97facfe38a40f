import { t } from '../../../../shared/text/t'

const shownKeys = 12

/** The first records of a sort, each with its number and name, and how many there are in all. */
export function KeyList({ title, why, keys, total }: { title: string; why: string; keys: readonly { kind: string; key: string; title: string }[]; total: number }) {
  const shown = keys.slice(0, shownKeys)
  return (
    <section>
      <h3>{title}</h3>
      {total === 0 ? null : <p className="secondary">{why}</p>}
      <ul className="key-list">{shown.map(({ kind, key, title: name }) => <li key={kind + key} className="cut" title={`${key}　${name}`}>{key}{name === '' ? null : <span className="secondary">　{name}</span>}</li>)}</ul>
      {total > shown.length ? <p className="secondary">{t('imports.batch.more', { count: total - shown.length })}</p> : null}
    </section>
  )
}
