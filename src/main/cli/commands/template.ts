import { importKinds, isImportKind } from '../../../shared/domain/catalogue/headings'
import { fail, type Result } from '../../../shared/domain/result'
import { argumentHelp } from '../../../shared/text/helpTexts'
import { t, textOf } from '../../../shared/text/t'
import { createImportServices } from '../../register/import/services'
import { writeTemplate, type TemplateAnswer } from '../../register/import/templates/writeTemplate'
import { defineCommand } from '../command'
import { withSession } from '../withSession'

export const command = defineCommand({
  name: 'template',
  arguments: [{ name: 'kind', choices: importKinds }],
  options: { district: { type: 'text' }, out: { type: 'text', required: true } },
  async run(call): Promise<Result<TemplateAnswer>> {
    const [kind = ''] = call.arguments
    const { district, out } = call.options
    if (!isImportKind(kind)) return fail('usage_bad_value', undefined, { option: argumentHelp.kind.zh, value: kind, expected: importKinds.join(', ') })
    if (!/\.xlsx$/iu.test(out)) return fail('usage_bad_value', undefined, { option: '--out', value: out, expected: t('collection.out') })
    return withSession(call, async ({ store }) => {
      const { districts } = await createImportServices(store)
      const code = district === undefined ? null : districts.resolve(district).code
      if (district !== undefined && code === null) return fail('unknown_name', undefined, { value: district, what: '区市' })
      return writeTemplate({ kind, district: code, out, today: call.global.today, at: call.global.now() }, districts)
    })
  },
  print: ({ kind, file, columns }) => t('collection.done', { file, kind: textOf(`kind.${kind}`), columns }),
})
