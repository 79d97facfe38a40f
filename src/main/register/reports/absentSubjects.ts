import { indicatorsOf, type FormDefinition } from '../../../shared/domain/catalogue/forms'
import { countDefinition, leadingTerm, type Subject } from '../../../shared/domain/catalogue/indicators'
import { t } from '../../../shared/text/t'
import type { RegisterColumns } from '../columns/registerColumns'
import { subjectRecords } from '../ranking/recordsOf'

/** What the form counts and the register has no record of at all: its columns stay empty, which is not the same as zero. */
export async function absentSubjects(columns: RegisterColumns, form: FormDefinition): Promise<ReadonlySet<Subject>> {
  const subjects = new Set(indicatorsOf(form).map((indicator) => countDefinition(leadingTerm(indicator).count).subject))
  const absent = new Set<Subject>()
  for (const subject of subjects) if ((await subjectRecords(columns, subject)) === 0) absent.add(subject)
  return absent
}

/** One clause for each of them: 台账里没有PCT 申请. */
export function absentClauses(absent: ReadonlySet<Subject>): string[] {
  return [...absent].map((subject) => t('report.check.data_none', { what: t(`report.check.data_${subject}`) }))
}
