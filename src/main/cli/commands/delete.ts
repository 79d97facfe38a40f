import { succeed } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { deleteRecord } from '../../register/records/edit/deleteRecord'
import { defineCommand } from '../command'
import { namedRecord, recordArguments } from '../namedRecord'
import { withRecords } from '../withRecords'

export const command = defineCommand({
  name: 'delete',
  arguments: recordArguments,
  options: {},
  run: (call) => withRecords(call, async (services) => {
    const found = await namedRecord(services, call)
    if (!found.ok) return found
    const { record, list, id } = found.value
    const done = await deleteRecord(services, record, id)
    return done.ok ? succeed({ kind: list, key: done.value.key, sequence: done.value.sequence }) : done
  }),
  print: ({ key }) => t('delete.done', { key }),
})
