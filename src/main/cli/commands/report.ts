import { formNames, isFormName } from '../../../shared/domain/catalogue/forms'
import { fail, succeed } from '../../../shared/domain/result'
import { fontTexts } from '../../../shared/text/printText'
import { t } from '../../../shared/text/t'
import { createCounting } from '../../register/counting'
import { frozenCopy } from '../../register/freezing/frozenCopy'
import { defineCommand } from '../command'
import { formRequestOf, reportOptions } from '../reportOptions'
import { operatorOf } from '../../register/opened/operatorOf'
import { openWriting } from '../../register/writer/writingRegister'

export const report = defineCommand({
  name: 'report',
  arguments: [{ name: 'form', choices: formNames }],
  options: { ...reportOptions, out: { type: 'text', required: true } },
  async run(call) {
    const form = call.arguments[0] ?? ''
    if (!isFormName(form)) return fail('usage_bad_value', undefined, { option: '<form>', value: form, expected: t('cli.expected.choice', { choices: formNames.join('、') }) })
    // A produced report is recorded: the register is opened for writing before anything is written.
    const opened = openWriting(call.global.register)
    if (!opened.ok) return opened
    const { store, close } = opened.value
    try {
      const operator = call.global.operator ?? await operatorOf(store.info)
      const request = { ...formRequestOf(call.options), out: call.options.out }
      // A closed period is written as it was closed, whatever has been edited since.
      const frozen = await frozenCopy(store, form, request)
      if (frozen) return frozen
      const counting = await createCounting(store)
      const produced = await counting.report(form, request, { operator, now: call.global.now() })
      if (!produced.ok) return produced
      await store.reports.add(produced.value.record)
      return succeed(produced.value.answer)
    } finally {
      await close()
    }
  },
  print: ({ file, checks, noData = [], pdf }) => [t('report.written', { file }), ...noData.map(({ label }) => t('noData.form', { label })), ...(pdf ? fontTexts(pdf) : []), ...checks.map(({ message, ok }) => t(ok ? 'report.checked' : 'report.uncheckedKept', { message }))].join('\n'),
})
