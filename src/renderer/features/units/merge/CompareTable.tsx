import { useQuery } from '@tanstack/react-query'
import { Checkbox, Radio } from 'antd'
import type { ClusterMember, MergePreview, UnitCluster, UnitCounts } from '../../../../shared/bridge/units'
import { t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { comparedFields, differs, fieldLabel, isChosen, keepMember, mergedValue, shownValue, takeField, toggleMember, valueOf, type ComparedField, type MergeDraft } from './mergeDraft'
import '../../../components/compare/compare.css'

interface Props {
  cluster: UnitCluster
  draft: MergeDraft
  onDraft(draft: MergeDraft): void
}

const none = '—'

/** Members side by side, a choice in every line where they differ, and at the right what comes of it. */
export function CompareTable({ cluster: { members }, draft, onDraft }: Props) {
  const refs = [draft.keep, ...draft.joined]
  const preview = useQuery({ queryKey: ['units.preview', refs], queryFn: () => callBridge('units.preview', { refs }) })
  const isIn = ({ ref }: ClusterMember): boolean => refs.includes(ref)
  return (
    <div className="compare">
      <table>
        <thead>
          <tr>
            <th aria-label={t('units.field')} />
            {members.map((member) => (
              <th key={member.ref} scope="col">
                <Radio checked={member.ref === draft.keep} aria-label={t('units.keep')} onChange={() => onDraft(keepMember(members, draft, member.ref))}>{member.ref === draft.keep ? t('units.keep') : ''}</Radio>
                {member.ref === draft.keep ? null : <Checkbox checked={isIn(member)} onChange={() => onDraft(toggleMember(members, draft, member.ref))}>{t('units.join')}</Checkbox>}
              </th>
            ))}
            <th scope="col" className="unit-merged">{t('units.after')}</th>
          </tr>
        </thead>
        <tbody>
          {comparedFields.filter((field) => mergedValue(members, draft, field) !== '' || members.some((member) => valueOf(member, field) !== '')).map((field) => <FieldLine key={field} field={field} members={members} draft={draft} isIn={isIn} onDraft={onDraft} />)}
          {countLines.map(({ label, text }) => (
            <tr key={label}>
              <th scope="row">{t(label)}</th>
              {members.map((member) => <td key={member.ref}>{text(member.counts)}</td>)}
              <td className="unit-merged">{preview.data ? text(preview.data) : ''}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('units.sources')}</th>
            {members.map(({ ref, sources }) => <td key={ref}><span className="cut" title={sources.join('\n')}>{sources.join('；') || none}</span></td>)}
            <td className="unit-merged">{t('units.sourcesKept')}</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}

interface LineProps {
  field: ComparedField
  members: readonly ClusterMember[]
  draft: MergeDraft
  isIn(member: ClusterMember): boolean
  onDraft(draft: MergeDraft): void
}

function FieldLine({ field, members, draft, isIn, onDraft }: LineProps) {
  const isDoubtful = differs(members, draft, field)
  const merged = shownValue(field, mergedValue(members, draft, field))
  return (
    <tr className={isDoubtful ? 'is-different' : ''}>
      <th scope="row">{fieldLabel(field)}</th>
      {members.map((member) => {
        const value = shownValue(field, valueOf(member, field))
        const isTaken = draft.from[field] === member.ref
        if (value === '' || !isChosen(field)) return <td key={member.ref}><span className="cut" title={value}>{value || none}</span></td>
        return (
          <td key={member.ref} className={isTaken ? 'is-taken' : ''}>
            <Radio checked={isTaken} disabled={!isIn(member)} onChange={() => onDraft(takeField(draft, field, member.ref))}><span title={value}>{value}</span></Radio>
          </td>
        )
      })}
      <td className="unit-merged"><span className="cut" title={merged}>{merged || none}</span></td>
    </tr>
  )
}

type Counted = UnitCounts & Partial<Pick<MergePreview, 'twice'>>

const countLines: readonly { label: 'units.kind.standards' | 'units.kind.patents' | 'units.kind.trademarks' | 'units.kind.honours'; text(counts: Counted): string }[] = [
  { label: 'units.kind.standards', text: ({ standards, lead, twice }) => (standards === 0 ? none : twice ? t('units.standardsTwice', { standards, twice, lead }) : t('units.standardsText', { standards, lead })) },
  { label: 'units.kind.patents', text: ({ patents, validPatents }) => (patents === 0 ? none : t('units.patentsText', { patents, validPatents })) },
  { label: 'units.kind.trademarks', text: ({ trademarks }) => (trademarks === 0 ? none : t('units.pieces', { count: trademarks })) },
  { label: 'units.kind.honours', text: ({ honours, pilots }) => (honours + pilots === 0 ? none : t('units.honoursText', { honours, pilots })) },
]
