import type { ProfileSection, UnitProfile } from '../../../../shared/bridge/units'
import { choiceLabel } from '../../../../shared/domain/catalogue/choices'
import { listField } from '../../../../shared/domain/catalogue/listFields'
import { listed, t, textOf } from '../../../../shared/text/t'
import { named } from '../../../../shared/text/named'
import { NavigationContext, useGoTo } from '../../../components/navigation'
import { recordDestination } from '../../../components/records/recordRoute'
import { printFigure } from '../../../components/values/printFigure'
import { ProfileAttachments } from './ProfileAttachments'

/** One sheet of paper about a unit: what it is, its years, its records. */
export function Profile({ profile, onSplit }: { profile: UnitProfile; onSplit: ((ref: string) => void) | null }) {
  const { id, name, code, otherNames, aliases, merged, fields, years, sections } = profile
  const goTo = useGoTo()
  // A record opens on another page, which leads back here.
  const cameFrom = { text: t('units.backToProfile', { name }), to: { route: 'units', state: { kind: 'units', profile: profile.ref, search: '' } } } as const
  return (
    <article className="unit-profile selectable" aria-label={name}>
      <h2 className="unit-profile-name">{name}</h2>
      <p className="secondary">{code ?? t('units.notInDirectory')}</p>
      <dl className="unit-facts">
        {fields.filter((field) => !['uscc', 'name', 'aliases'].includes(field.name)).map((field) => <div key={field.name}><dt>{named(field.label)}</dt><dd>{field.text}</dd></div>)}
        {aliases.map((alias) => <Joined key={alias} label={t(id === null ? 'units.otherNames' : 'units.alias')} text={alias} onSplit={onSplit && (() => onSplit(alias))} />)}
        {id !== null || otherNames.length <= aliases.length ? null : <div><dt>{t('units.otherNames')}</dt><dd>{listed(otherNames.filter((other) => !aliases.includes(other)))}</dd></div>}
        {merged.map((unit) => <Joined key={unit.code} label={t('units.mergedUnit')} text={`${unit.name} ${unit.code}`} onSplit={onSplit && (() => onSplit(unit.code))} />)}
      </dl>
      <table className="unit-years" aria-label={t('units.byYear')}>
        <thead><tr><th>{t('units.year')}</th>{sections.map(({ kind }) => <th key={kind}>{textOf(`units.kind.${kind}`)}</th>)}</tr></thead>
        <tbody>
          <tr className="unit-years-total"><th scope="row">{t('units.allYears')}</th>{sections.map(({ kind, total }) => <td key={kind}>{printFigure(total)}</td>)}</tr>
          {years.map(({ year, counts }) => <tr key={year}><th scope="row">{year}</th>{sections.map(({ kind }) => <td key={kind}>{counts[kind] === 0 ? '—' : printFigure(counts[kind])}</td>)}</tr>)}
        </tbody>
      </table>
      <NavigationContext value={(to) => goTo({ ...to, cameFrom })}>
        {sections.map((section) => (section.total === 0 ? null : <Section key={section.kind} section={section} />))}
        <ProfileAttachments attachments={profile.attachments} />
      </NavigationContext>
    </article>
  )
}

/** A name or unit that a person joined to this one, with the way out again. */
function Joined({ label, text, onSplit }: { label: string; text: string; onSplit: (() => void) | null }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text}{onSplit === null ? null : <button type="button" className="plain link unit-split no-print" aria-label={t('units.splitName', { name: text })} onClick={onSplit}>{t('units.splitButton')}</button>}</dd>
    </div>
  )
}

type Row = ProfileSection['rows'][number]

function Section({ section: { kind, total, rows } }: { section: ProfileSection }) {
  const goTo = useGoTo()
  const fields = Object.keys(rows[0]?.cells ?? {})
  const [key = ''] = fields
  return (
    <section aria-label={textOf(`units.kind.${kind}`)}>
      <h3>{t('units.section', { kind: textOf(`units.kind.${kind}`), total: printFigure(total) })}</h3>
      <table className="unit-records">
        <thead><tr>{fields.map((field) => <th key={field}>{headingOf(kind, field)}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {fields.map((field) => (
                <td key={field} className={isLong(kind, field) ? undefined : 'unit-short'}>
                  {field === key ? <button type="button" className="plain link" onClick={() => goTo(recordDestination(kind, { key: String(row.cells[key] ?? '') }))}>{printed(kind, field, row)}</button> : printed(kind, field, row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < total ? <p className="secondary">{t('units.moreRows', { shown: rows.length, total })}</p> : null}
    </section>
  )
}

/** Names and what there are several of may run over lines; a number, a date or a word of a list stays on one. */
function isLong(kind: ProfileSection['kind'], field: string): boolean {
  const type = listField(kind, field)?.type
  return type === 'text' || type?.endsWith('s') === true
}

function headingOf(kind: ProfileSection['kind'], field: string): string {
  return field === 'position' ? t('units.position') : named(listField(kind, field)?.label ?? field)
}

function printed(kind: ProfileSection['kind'], field: string, { cells }: Row): string {
  const cell = cells[field]
  if (cell === null || cell === undefined || cell === '') return '—'
  const set = listField(kind, field)?.choices
  if (set && typeof cell === 'string') return named(choiceLabel(set, cell))
  return Array.isArray(cell) ? listed(cell.map(String)) : String(cell)
}
