import type { ClusterMember, MergeChoice, UnitCluster } from '../../../../shared/bridge/units'
import { formField } from '../../../../shared/domain/catalogue/recordForms'
import { named } from '../../../../shared/text/named'

/** Fields that are laid side by side, in this order; the other ones stay as the kept unit has them. */
export const comparedFields = ['uscc', 'name', 'formerNames', 'aliases', 'district', 'zone', 'unitType', 'address'] as const
export type ComparedField = (typeof comparedFields)[number]

/** What the clerk has chosen for a group so far. */
export interface MergeDraft {
  keep: string
  /** Refs of those that go into it. */
  joined: readonly string[]
  /** Field to the ref of the member it is taken from. */
  from: Readonly<Partial<Record<ComparedField, string>>>
}

/** The first member stays, all others go into it; what it does not say is taken from the first that says it. */
export function draftOf({ members }: UnitCluster): MergeDraft {
  const [first, ...others] = members.map(({ ref }) => ref)
  return withDefaults(members, { keep: first ?? '', joined: others, from: {} })
}

export function keepMember(members: readonly ClusterMember[], { keep, joined }: MergeDraft, ref: string): MergeDraft {
  return ref === keep ? { keep, joined, from: {} } : withDefaults(members, { keep: ref, joined: [...joined.filter((other) => other !== ref), keep], from: {} })
}

export function toggleMember(members: readonly ClusterMember[], draft: MergeDraft, ref: string): MergeDraft {
  const joined = draft.joined.includes(ref) ? draft.joined.filter((other) => other !== ref) : [...draft.joined, ref]
  const from = Object.fromEntries(Object.entries(draft.from).filter(([, source]) => source === draft.keep || joined.includes(source)))
  return withDefaults(members, { ...draft, joined, from })
}

export function takeField(draft: MergeDraft, field: ComparedField, ref: string): MergeDraft {
  return { ...draft, from: { ...draft.from, [field]: ref } }
}

function withDefaults(members: readonly ClusterMember[], draft: MergeDraft): MergeDraft {
  const from: Partial<Record<ComparedField, string>> = { ...draft.from }
  const inOrder = [draft.keep, ...draft.joined].flatMap((ref) => members.find((member) => member.ref === ref) ?? [])
  for (const field of comparedFields) from[field] ??= inOrder.find((member) => valueOf(member, field) !== '')?.ref ?? draft.keep
  return { ...draft, from }
}

/** What a member says of a field; a name has itself and the code that records state beside it. */
export function valueOf({ id, code, name, fields, otherNames }: ClusterMember, field: ComparedField): string {
  if (id !== null) return fields[field] ?? ''
  if (field === 'name') return name
  if (field === 'uscc') return code ?? ''
  return field === 'aliases' ? otherNames.join('；') : ''
}

/** A value as it is read: a choice of the catalogue by its name in the language of the window. */
export function shownValue(field: ComparedField, value: string): string {
  return formField('unit', field)?.choices === undefined ? value : named(value)
}

/** Whether the clerk can choose the field: the code says which unit it is, other names are kept together anyway. */
export function isChosen(field: ComparedField): boolean {
  return field !== 'uscc' && field !== 'formerNames' && field !== 'aliases'
}

/** What the merged unit will say. */
export function mergedValue(members: readonly ClusterMember[], draft: MergeDraft, field: ComparedField): string {
  const included = members.filter(({ ref }) => ref === draft.keep || draft.joined.includes(ref))
  const source = included.find(({ ref }) => ref === draft.from[field])
  if (field === 'aliases') return otherNamesOf(included, draft).join('；')
  return source ? valueOf(source, field) : ''
}

function otherNamesOf(included: readonly ClusterMember[], draft: MergeDraft): string[] {
  const name = mergedValue(included, draft, 'name')
  const names = included.flatMap((member) => [member.name, ...(member.id === null ? member.otherNames : (member.fields['aliases'] ?? '').split('；'))])
  return [...new Set(names)].filter((other) => other !== '' && other !== name)
}

/** Whether the members disagree about a field. */
export function differs(members: readonly ClusterMember[], draft: MergeDraft, field: ComparedField): boolean {
  if (!isChosen(field)) return false
  const included = members.filter(({ ref }) => ref === draft.keep || draft.joined.includes(ref))
  return new Set(included.map((member) => valueOf(member, field)).filter((value) => value !== '')).size > 1
}

/** Only what differs from the kept unit is asked for. */
export function choiceOf(draft: MergeDraft): MergeChoice {
  const from = Object.entries(draft.from).filter(([field, ref]) => ref !== draft.keep && isChosen(field as ComparedField))
  return { keep: draft.keep, others: [...draft.joined], from: Object.fromEntries(from) }
}

export function fieldLabel(field: ComparedField): string {
  return named(formField('unit', field)?.label ?? field)
}
