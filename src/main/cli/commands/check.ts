import { t } from '../../../shared/text/t'
import { checkRegister, subjectOf } from '../../register/checkRegister'
import { defineCommand } from '../command'
import { textTable } from '../textTable'

/** Problems are an answer, not a refusal: a check that found some has done its work. */
export const command = defineCommand({
  name: 'check',
  arguments: [],
  options: {},
  run: (call) => checkRegister(call.global.register),
  print({ ok, problems, more }) {
    if (ok) return t('check.ok')
    const rows = problems.map((problem) => [t(`problem.${problem.problem}`), problem.kind ?? '', subjectOf(problem), problem.detail ?? ''])
    const table = textTable([t('check.problem'), t('batches.kind'), t('check.subject'), t('check.detail')], rows)
    return `${table}\n${t(more ? 'check.moreProblems' : 'check.problems', { count: problems.length })}`
  },
})
