import { succeed } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { attachFiles } from '../../register/attachments/attachFiles'
import { documentType } from '../../register/attachments/documentType'
import { defineCommand } from '../command'
import { namedRecord, recordArguments } from '../namedRecord'
import { withRecords } from '../withRecords'

/** All files or none: a script that names one wrong file must not have to find out which of them came. */
export const command = defineCommand({
  name: 'attach',
  arguments: [...recordArguments, { name: 'file', isRepeated: true }],
  options: { note: { type: 'text' } },
  async run(call) {
    const paths = call.arguments.slice(2)
    const refused = paths.map(documentType).find((type) => !type.ok)
    if (refused && !refused.ok) return refused
    return withRecords(call, async (services, session) => {
      const found = await namedRecord(services, call)
      if (!found.ok) return found
      const { record, list, id, key } = found.value
      const done = await attachFiles(services, session.files, record, id, paths, call.options.note)
      return done.ok ? succeed({ kind: list, key, sequence: done.value.change.sequence, added: done.value.added.map(({ fileName, type, sizeBytes, sha256 }) => ({ fileName, type, sizeBytes, sha256 })) }) : done
    })
  },
  print: ({ key, added }) => (added.length === 0 ? t('attach.same', { key }) : t('attach.done', { key, count: added.length })),
})
