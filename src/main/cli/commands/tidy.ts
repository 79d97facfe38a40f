import { succeed } from '../../../shared/domain/result'
import { sizeWords } from '../../../shared/text/sizeWords'
import { t } from '../../../shared/text/t'
import { tidyFiles } from '../../register/attachments/tidyFiles'
import { defineCommand } from '../command'
import { withRecords } from '../withRecords'

/** Holds the register as its writer: no import or attachment can be under way in the meantime. */
export const command = defineCommand({
  name: 'tidy',
  arguments: [],
  options: { 'dry-run': { type: 'flag' } },
  run: (call) => withRecords(call, async (_services, session) => {
    const isDryRun = call.options['dry-run']
    return succeed({ ...(await tidyFiles(session, isDryRun)), dryRun: isDryRun })
  }),
  print: ({ files, bytes, dryRun }) => (files === 0 ? t('tidy.none') : t(dryRun ? 'tidy.would' : 'tidy.done', { count: files, size: sizeWords(bytes) })),
})
