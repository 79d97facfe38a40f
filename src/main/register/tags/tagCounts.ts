import type { CountedTag } from '../../../shared/bridge/tags'
import { listKinds, recordKindOfList, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { orderByPinyin } from '../../../shared/domain/order/pinyinOrder'
import { tagsField } from '../../../shared/domain/tags'
import type { ColumnSource } from '../../store/columnSource'
import { parseTexts } from '../columns/storedTexts'

type TagSource = Pick<ColumnSource, 'scan'>

/** Every tag that a record has, by pinyin, with how many records of each list have it. Only records with tags are read. */
export async function tagCounts(source: TagSource): Promise<CountedTag[]> {
  const kindsOfTag = new Map<string, CountedTag['kinds']>()
  for (const kind of listKinds) {
    const counts = new Map<string, number>()
    await eachTagged(source, kind, (_id, tags) => { for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1) })
    for (const [tag, count] of counts) kindsOfTag.set(tag, [...(kindsOfTag.get(tag) ?? []), { kind, count }])
  }
  const tags = [...kindsOfTag].map(([tag, kinds]) => ({ tag, count: kinds.reduce((sum, { count }) => sum + count, 0), kinds }))
  return Array.from(orderByPinyin(tags.map(({ tag }) => tag)), (index) => tags[index]).filter((tag) => tag !== undefined)
}

/** Ids of the records of a list that have a tag, ascending. */
export async function taggedIds(source: TagSource, kind: ListKind, tag: string): Promise<number[]> {
  const ids: number[] = []
  await eachTagged(source, kind, (id, tags) => { if (tags.includes(tag)) ids.push(id) })
  return ids
}

function eachTagged(source: TagSource, kind: ListKind, visit: (id: number, tags: readonly string[]) => void): Promise<void> {
  return source.scan(recordKindOfList[kind], [tagsField], (page) => { for (const [id, cell] of page) visit(Number(id), parseTexts(cell)) })
}
