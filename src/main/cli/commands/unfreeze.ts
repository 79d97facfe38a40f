import { formDefinition, formNames } from '../../../shared/domain/catalogue/forms'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { answerOf, formsNamed, frozenVersion, type FreezeSetting, type FrozenAnswer } from '../../register/freezing/freezePeriod'
import { defineCommand, type Call } from '../command'
import { withWriting } from '../writingSetting'

const options = { period: { type: 'text', required: true }, reason: { type: 'text', required: true } } as const

export const command = defineCommand({
  name: 'unfreeze',
  arguments: [{ name: 'form', choices: formNames }],
  options,
  run: (call) => withWriting(call, (setting) => reopen(setting, call)),
  print: ({ form, period, version }) => t('freeze.reopened', { form, period, version }),
})

/** The version stays as it is; who reopened it, when and why is kept beside it. */
async function reopen({ store, operator, now }: FreezeSetting, call: Call<typeof options>): Promise<Result<FrozenAnswer>> {
  const [name] = formsNamed(call.arguments[0] ?? '')
  if (!name) throw new Error('the command declares its forms') // arguments.ts has checked the word
  const reason = call.options.reason.trim()
  if (reason === '') return fail('usage_bad_value', undefined, { option: '--reason', value: call.options.reason, expected: t('freeze.reasonExpected') })
  const found = await frozenVersion(store, name, call.options.period)
  if (!found.ok) return found
  if (found.value.reopened !== null) return fail('not_frozen', undefined, { form: formDefinition(name).label, period: found.value.period })
  await store.frozen.reopen(found.value.id, { at: now, operator, reason })
  return succeed(answerOf(found.value))
}
