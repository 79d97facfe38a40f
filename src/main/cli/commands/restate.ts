import { kindDefinitions, type RecordKind } from '../../../shared/domain/catalogue/fields'
import { formNames } from '../../../shared/domain/catalogue/forms'
import { listNameOf } from '../../../shared/domain/catalogue/listFields'
import type { Result } from '../../../shared/domain/result'
import { restatedWhy } from '../../../shared/text/restatedWhy'
import { hasText, t, textOf } from '../../../shared/text/t'
import { formsNamed, frozenVersion } from '../../register/freezing/freezePeriod'
import { restate, type Restatement } from '../../register/freezing/restate'
import type { RegisterSession } from '../../register/opened/session'
import { formSettingOf } from '../../register/reports/formSetting'
import { defineCommand, type Call } from '../command'
import { textTable } from '../textTable'
import { withSession } from '../withSession'

const options = { period: { type: 'text', required: true }, version: { type: 'whole', min: 1 } } as const

export const command = defineCommand({
  name: 'restate',
  arguments: [{ name: 'form', choices: formNames }],
  options,
  run: (call) => withSession(call, (session) => restated(session, call)),
  print({ counts, records, numbers, byRule }) {
    const summary = t('restate.summary', counts)
    const printed = byRule.length === 0 ? [] : [t('restate.byRule'), cellTable(byRule)]
    if (records.length === 0 && numbers.length === 0) return [t('restate.nothing'), ...printed].join('\n')
    const rows = records.map(({ kind, key, change, from, to, reasons, follows }) => [
      t(`kind.${listNameOf[kind]}`), key, t(`restate.${change}`), from.join('、'), to.join('、'), restatedWhy(reasons.map((reason) => reasonText(kind, reason)), follows.map(({ name }) => name)),
    ])
    return [
      summary, textTable([t('restate.kind'), t('restate.key'), t('restate.change'), t('restate.from'), t('restate.to'), t('restate.reason')], rows),
      cellTable(numbers), ...printed,
    ].join('\n')
  },
})

function cellTable(numbers: Restatement['numbers']): string {
  return textTable([t('restate.row'), t('restate.column'), t('restate.before'), t('restate.after')], numbers.map(({ row, column, before, after }) => [row, column, before ?? '', after ?? '']))
}

function reasonText(kind: RecordKind, { operator, what, fields }: Restatement['records'][number]['reasons'][number]): string {
  const key = `closing.reason.${what}`
  const labels = new Map(kindDefinitions[kind].fields.map(({ name, label }) => [name, label]))
  return [operator, hasText(key) ? textOf(key) : what, fields.map((name) => labels.get(name) ?? name).join('、')].filter((part) => part !== '').join(' ')
}

async function restated(session: RegisterSession, call: Call<typeof options>): Promise<Result<Restatement>> {
  const [name] = formsNamed(call.arguments[0] ?? '')
  if (!name) throw new Error('the command declares its forms') // arguments.ts has checked the word
  const found = await frozenVersion(session.store, name, call.options.period, call.options.version)
  if (!found.ok) return found
  const { store, history } = session
  return restate({ ...(await formSettingOf(session)), store, history }, found.value)
}
