import { succeed } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { detachFile } from '../../register/attachments/attachFiles'
import { namedFile } from '../../register/attachments/namedFile'
import { defineCommand } from '../command'
import { namedRecord, recordArguments } from '../namedRecord'
import { withRecords } from '../withRecords'

export const command = defineCommand({
  name: 'detach',
  arguments: [...recordArguments, { name: 'attachment' }],
  options: {},
  run: (call) => withRecords(call, async (services) => {
    const found = await namedRecord(services, call)
    if (!found.ok) return found
    const { record, list, id, key } = found.value
    const file = namedFile(await services.store.attachments.ofRecord(record, id), call.arguments[2] ?? '')
    if (!file.ok) return file
    const done = await detachFile(services, record, id, file.value.sha256)
    return done.ok ? succeed({ kind: list, key, sequence: done.value.sequence, fileName: file.value.fileName }) : done
  }),
  print: ({ key, fileName }) => t('detach.done', { key, file: fileName }),
})
