import type { ApartPair, UnitChange, UnitClusters, UnitCounts, UnitProfile, UnresolvedName } from '../../../shared/bridge/units'
import { choiceLabel } from '../../../shared/domain/catalogue/choices'
import { listField } from '../../../shared/domain/catalogue/listFields'
import { t, textOf } from '../../../shared/text/t'
import { localDate } from '../../register/localDate'
import { profileFields } from '../../register/units/unitProfile'
import { textTable } from '../textTable'

export function printClusters({ clusters, total }: UnitClusters): string {
  if (clusters.length === 0) return t('cli.nothing')
  const groups = clusters.map(({ percent, reasons, doubts, members }) => {
    const why = [...reasons.map((reason) => textOf(`reason.${reason}`)), ...doubts.map((doubt) => textOf(`doubt.${doubt}`))].join('；')
    return [`${percent}%  ${why}`, ...members.map(({ code, name, counts }) => `  ${name}${code === null ? '' : ` ${code}`}  ${countWords(counts)}`)].join('\n')
  })
  return `${groups.join('\n\n')}\n\n${t('units.groups', { total })}`
}

export function printNames({ total, names }: { total: number; names: readonly UnresolvedName[] }): string {
  if (names.length === 0) return t('cli.nothing')
  const table = textTable([t('units.name'), t('units.records'), '', t('units.otherNames')], names.map((name) => [name.name, name.total, countWords(name.counts), name.otherNames]))
  return `${table}\n${t('cli.totalShown', { total, shown: names.length })}`
}

export function printPairs({ total, pairs }: { total: number; pairs: readonly ApartPair[] }): string {
  if (pairs.length === 0) return t('cli.nothing')
  return `${textTable(['', '', '', ''], pairs.map(({ names: [one = '', other = ''], operator, at }) => [one, other, operator, localDate(at)]))}\n${t('cli.totalShown', { total, shown: pairs.length })}`
}

export function printChange({ what, unit, names, sequence }: UnitChange): string {
  if (sequence === null) return t('units.unchanged')
  return `${textOf(`units.${what}`, { unit, names })}${t('units.undoHint', { sequence })}`
}

export function printProfile({ name, otherNames, fields, sections, years }: UnitProfile): string {
  const head = [`${name}${otherNames.length === 0 ? '' : `（${otherNames.join('、')}）`}`, textTable(['', ''], fields.map(({ label, text }) => [label, text]))]
  const tables = sections.filter(({ total }) => total > 0).map(({ kind, total, rows }) => {
    const shown = profileFields[kind].flatMap((field) => listField(kind, field) ?? [])
    const cells = rows.map((row) => shown.map(({ name: field, choices }) => {
      const cell = row.cells[field]
      return choices && typeof cell === 'string' ? choiceLabel(choices, cell) : cell
    }))
    return `${t('units.section', { kind: textOf(`units.kind.${kind}`), total })}\n${textTable(shown.map(({ label }) => label), cells)}`
  })
  const byYear = textTable([t('units.year'), ...sections.map(({ kind }) => textOf(`units.kind.${kind}`))], years.map(({ year, counts }) => [year, ...sections.map(({ kind }) => counts[kind])]))
  return [...head, byYear, ...tables].join('\n\n')
}

/** What stands on a name, without what it has none of. */
function countWords(counts: UnitCounts): string {
  const kinds = ['standards', 'patents', 'trademarks', 'pct', 'honours', 'pilots'] as const
  return kinds.filter((kind) => counts[kind] > 0).map((kind) => `${textOf(`units.kind.${kind}`)} ${counts[kind]}`).join('，')
}
