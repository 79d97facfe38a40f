import { join } from 'node:path'
import { mkdir } from 'node:fs/promises'
import { formNames } from '../../../shared/domain/catalogue/forms'
import { succeed, type Failure, type Result } from '../../../shared/domain/result'
import { messageOf } from '../../../shared/text/failureText'
import { t } from '../../../shared/text/t'
import { freezeForm, formsNamed, frozenVersion, writeFrozen, type FreezeSetting, type FrozenAnswer } from '../../register/freezing/freezePeriod'
import { defineCommand, type Call } from '../command'
import { formRequestOf, reportOptions } from '../reportOptions'
import { withWriting } from '../writingSetting'

const options = { ...reportOptions, out: { type: 'text' } } as const

interface FreezeAnswer {
  frozen: FrozenAnswer[]
  /** Forms of `all` that could not be closed, and why. */
  refused: { form: string; error: Pick<Failure, 'code' | 'details'> }[]
}

export const command = defineCommand({
  name: 'freeze',
  arguments: [{ name: 'form', choices: ['all', ...formNames] }],
  options,
  run: (call) => withWriting(call, (setting) => freezeAll(setting, call)),
  print: ({ frozen, refused }) => [
    ...frozen.map(({ form, period, version, fileName }) => t('freeze.done', { form, period, version, fileName })),
    ...refused.map(({ form, error }) => t('freeze.refused', { form, problem: messageOf({ ok: false, ...error }) })),
  ].join('\n'),
})

/** One form alone refuses as a whole; of all forms those without their data are named. */
async function freezeAll(setting: FreezeSetting, call: Call<typeof options>): Promise<Result<FreezeAnswer>> {
  const answer: FreezeAnswer = { frozen: [], refused: [] }
  const names = formsNamed(call.arguments[0] ?? '')
  for (const form of names) {
    const frozen = await freezeForm(setting, form, requestFor(call))
    if (frozen.ok) answer.frozen.push(frozen.value)
    else if (names.length === 1 || frozen.code.startsWith('usage_')) return frozen
    else answer.refused.push({ form, error: { code: frozen.code, details: frozen.details } })
  }
  const { out } = call.options
  if (out !== undefined) {
    await mkdir(out, { recursive: true })
    for (const { form, period, version, fileName } of answer.frozen) {
      const [name] = formsNamed(form)
      const report = name && (await frozenVersion(setting.store, name, period, version))
      const written = report?.ok ? await writeFrozen(setting.store, report.value, join(out, fileName)) : succeed(null)
      if (!written.ok) return written
    }
  }
  return succeed(answer)
}

function requestFor(call: Call<typeof options>) {
  return Object.fromEntries(Object.entries(formRequestOf(call.options)).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)))
}
