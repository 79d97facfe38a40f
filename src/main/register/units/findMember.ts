import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { NamedSubject } from './unitSubjects'

/** Subjects, and how texts find them. */
interface Found<T extends NamedSubject> { all: readonly T[]; find(nameOrCode: string): number }

/** @returns the unit or name that a code or name means; unknown_record with what was asked for */
export function findMember<T extends NamedSubject>({ all, find }: Found<T>, ref: string): Result<T> {
  const subject = all[find(ref)]
  return subject ? succeed(subject) : fail('unknown_record', undefined, { value: ref })
}

/** Several, each once. */
export function findMembers<T extends NamedSubject>(subjects: Found<T>, refs: readonly string[]): Result<T[]> {
  const found = new Set<T>()
  for (const ref of refs) {
    const member = findMember(subjects, ref)
    if (!member.ok) return member
    found.add(member.value)
  }
  return succeed([...found])
}
