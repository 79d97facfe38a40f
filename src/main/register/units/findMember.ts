import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { UnitSubject, UnitSubjects } from './unitSubjects'

/** @returns the unit or name that a code or name means; unknown_record with what was asked for */
export function findMember({ all, find }: UnitSubjects, ref: string): Result<UnitSubject> {
  const subject = all[find(ref)]
  return subject ? succeed(subject) : fail('unknown_record', undefined, { value: ref })
}

/** Several, each once. */
export function findMembers(subjects: UnitSubjects, refs: readonly string[]): Result<UnitSubject[]> {
  const found = new Set<UnitSubject>()
  for (const ref of refs) {
    const member = findMember(subjects, ref)
    if (!member.ok) return member
    found.add(member.value)
  }
  return succeed([...found])
}
