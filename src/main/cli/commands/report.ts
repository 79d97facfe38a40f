import { formNames, isFormName } from '../../../shared/domain/catalogue/forms'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { fontTexts } from '../../../shared/text/printText'
import { t } from '../../../shared/text/t'
import { createCounting } from '../../register/counting'
import { frozenCopy } from '../../register/freezing/frozenCopy'
import type { RegisterSession } from '../../register/opened/session'
import { defineCommand, type Call } from '../command'
import { formRequestOf, reportOptions } from '../reportOptions'
import { operatorOf } from '../../register/opened/operatorOf'
import { openWriting } from '../../register/writer/writingRegister'
import { openToRead } from '../withSession'

export const report = defineCommand({
  name: 'report',
  arguments: [{ name: 'form', choices: formNames }],
  options: { ...reportOptions, out: { type: 'text', required: true } },
  async run(call) {
    const form = call.arguments[0] ?? ''
    if (!isFormName(form)) return fail('usage_bad_value', undefined, { option: '<form>', value: form, expected: t('cli.expected.choice', { choices: formNames.join('、') }) })
    const opened = openToProduce(call)
    if (!opened.ok) return opened
    const { store, keep, close } = opened.value
    try {
      const operator = call.global.operator ?? await operatorOf(store.info)
      const request = { ...formRequestOf(call.options), out: call.options.out }
      // A closed period is written as it was closed, whatever has been edited since.
      const frozen = await frozenCopy(store, form, request)
      if (frozen) return frozen
      const counting = await createCounting(store)
      const produced = await counting.report(form, request, { operator, now: call.global.now() })
      if (!produced.ok) return produced
      await keep(produced.value.record)
      return succeed(produced.value.answer)
    } finally {
      await close()
    }
  },
  print: ({ file, checks, noData = [], pdf }) => [t('report.written', { file }), ...noData.map(({ label }) => t('noData.form', { label })), ...(pdf ? fontTexts(pdf) : []), ...checks.map(({ message, ok }) => t(ok ? 'report.checked' : 'report.uncheckedKept', { message }))].join('\n'),
})

type Store = RegisterSession['store']

interface Producing {
  store: Store
  keep(record: Parameters<Store['reports']['add']>[0]): Promise<unknown>
  close(): Promise<void>
}

/**
 * A produced report is recorded: the register is opened for writing before anything is written. Where it can only be read,
 * on a disc or a locked stick, the form is made all the same and nothing is recorded.
 */
function openToProduce(call: Call): Result<Producing> {
  const writing = openWriting(call.global.register)
  if (writing.ok) return succeed({ ...writing.value, keep: (record) => writing.value.store.reports.add(record) })
  if (writing.code !== 'file_not_writable' || writing.details?.['what'] !== 'register') return writing
  const reading = openToRead(call)
  return reading.ok ? succeed({ ...reading.value, keep: () => Promise.resolve() }) : reading
}
