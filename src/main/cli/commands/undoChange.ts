import { listDefinitions, listKinds } from '../../../shared/domain/catalogue/listFields'
import { succeed } from '../../../shared/domain/result'
import { argumentHelp } from '../../../shared/text/helpTexts'
import { t } from '../../../shared/text/t'
import { undoChange, undoLastChange } from '../../register/records/edit/undoChange'
import { badValue } from '../arguments'
import { defineCommand } from '../command'
import { withRecords } from '../withRecords'

export const command = defineCommand({
  name: 'undo-change',
  arguments: [{ name: 'sequence', isOptional: true }],
  options: {},
  async run(call) {
    const [text] = call.arguments
    if (text !== undefined && !/^[1-9]\d{0,14}$/u.test(text)) return badValue(argumentHelp.sequence.zh, text, t('cli.expected.whole', { min: 1 }))
    return withRecords(call, async (services) => {
      const done = await (text === undefined ? undoLastChange(services) : undoChange(services, Number(text)))
      if (!done.ok) return done
      const { kind, key, sequence } = done.value
      return succeed({ kind: listKinds.find((list) => listDefinitions[list].record === kind), key, sequence })
    })
  },
  print: ({ key }) => t('undoChange.done', { key }),
})
