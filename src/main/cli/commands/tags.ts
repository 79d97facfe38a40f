import type { CountedTag } from '../../../shared/bridge/tags'
import { listKinds, tagsListField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { readTags } from '../../../shared/domain/tags'
import { argumentHelp } from '../../../shared/text/helpTexts'
import { t } from '../../../shared/text/t'
import { applyBlock, previewBlock, type Block } from '../../register/records/edit/blockEdit'
import { retag } from '../../register/tags/retag'
import { tagCounts } from '../../register/tags/tagCounts'
import { badValue } from '../arguments'
import { defineCommand, type Call } from '../command'
import { listOptions, queryOf } from '../listOptions'
import { textTable } from '../textTable'
import { withRecords } from '../withRecords'
import { withSession } from '../withSession'

const actions = ['list', 'add', 'remove', 'rename', 'drop'] as const
type Action = (typeof actions)[number]

const { search, filter } = listOptions
const options = { search, filter } as const
type TagsCall = Call<typeof options>

interface Changed { action: Action; tag: string; records: number; sequence: number | null }
type Answer = { tags: CountedTag[] } | Changed

/** Tags on many records at once; those of a single record are set like any field. */
export const command = defineCommand({
  name: 'tags',
  arguments: [{ name: 'action', choices: actions }, { name: 'tag', isOptional: true, isRepeated: true }],
  options,
  run: answerOf,
  print(answer) {
    if (!('tags' in answer)) return answer.sequence === null ? t('tags.unchanged') : t('tags.changed', { count: answer.records, sequence: answer.sequence })
    if (answer.tags.length === 0) return t('cli.nothing')
    return textTable([tagsListField.label, t('facets.count'), ''], answer.tags.map(({ tag, count, kinds }) => [tag, count, kinds.map(({ kind, count: of }) => `${t(`export.${kind === 'market_entities' ? 'marketEntities' : kind}`)} ${of}`)]))
  },
})

async function answerOf(call: TagsCall): Promise<Result<Answer>> {
  const action = actions.find((known) => known === call.arguments[0]) ?? 'list'
  const words = call.arguments.slice(1)
  const needed = { list: 0, add: 2, remove: 2, rename: 2, drop: 1 }[action]
  if (words.length < needed) return fail('usage_missing_argument', undefined, { value: argumentHelp.tag.zh })
  const [first = '', second = ''] = words
  switch (action) {
    case 'list': return withSession(call, async (session) => succeed({ tags: await tagCounts(session.source) }))
    case 'add': case 'remove': return changeFound(call, action, first, second)
    case 'rename': return changeAll(call, action, first, second)
    case 'drop': return changeAll(call, action, first, null)
  }
}

/** Puts a tag on the records that a query finds, or takes it off them. */
function changeFound(call: TagsCall, action: 'add' | 'remove', kindName: string, tag: string): Promise<Result<Answer>> {
  const kind = listKinds.find((known) => known === kindName)
  if (kind === undefined) return Promise.resolve(badValue(argumentHelp.kind.zh, kindName, listKinds.join('、')))
  const read = readTags(tag)
  if (!read.ok) return Promise.resolve(read)
  return withRecords(call, async (services, session) => {
    const block = await foundBlock(session, call, kind)
    if (!block.ok) return block
    const change: Block = { ...block.value, how: action, texts: [[tag]] }
    const preview = await previewBlock(services, change)
    if (!preview.ok) return preview
    const done = await applyBlock(services, change, preview.value.sequence)
    return done.ok ? succeed({ action, tag, records: preview.value.records, sequence: done.value.sequence }) : done
  })
}

async function foundBlock(session: Parameters<Parameters<typeof withSession>[1]>[0], call: TagsCall, kind: ListKind): Promise<Result<Omit<Block, 'texts'>>> {
  const query = queryOf({ arguments: [kind], options: { ...call.options, sort: [], offset: undefined, limit: undefined, fields: undefined } })
  if (!query.ok) return query
  const found = await session.lists.find(query.value, call.global.today)
  if (!found.ok) return found
  return succeed({ list: kind, ids: Array.from(await found.value.ids(0, found.value.count)), firstRow: 0, of: 'fields', fields: [tagsListField.name] })
}

/** Renames a tag wherever it stands, or takes it off all records. */
function changeAll(call: TagsCall, action: 'rename' | 'drop', tag: string, to: string | null): Promise<Result<Answer>> {
  return withRecords(call, async (services, session) => {
    const done = await retag(services, session.source, { tag, to })
    return done.ok ? succeed({ action, tag, records: done.value.sequence === null ? 0 : (done.value.records ?? 1), sequence: done.value.sequence }) : done
  })
}
