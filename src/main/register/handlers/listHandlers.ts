import { basename } from 'node:path'
import type { HandlersOf } from '../../../shared/bridge/contract'
import type { ListRow } from '../../../shared/bridge/lists'
import { mostViews, type SavedView } from '../../../shared/bridge/views'
import type { listOperations } from '../../../shared/bridge/operations/listOperations'
import { kindDefinitions } from '../../../shared/domain/catalogue/fields'
import { listDefinitions, listField, type ListField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { facetLists } from '../lists/counts/facetList'
import { exportList } from '../lists/exportList'
import { countGroups } from '../lists/counts/groupCounts'
import { readViews, viewsKey, withView } from '../lists/savedViews'
import type { ListRowCells } from '../lists/rowCells'
import { createNewestFirst } from '../newestFirst'
import { createOneATurn } from '../oneATurn'
import { operatorOf } from '../opened/operatorOf'
import type { CancellableJobs } from '../cancellableJobs'
import type { HandlerContext } from './handlerContext'
import { inSession } from './inSession'

export function createListHandlers({ register, today }: HandlerContext, jobs: CancellableJobs): HandlersOf<keyof typeof listOperations> {
  const pages = createNewestFirst()
  const oneATurn = createOneATurn()

  async function changeViews(change: (views: readonly SavedView[]) => SavedView[]): Promise<Result<{ views: SavedView[] }>> {
    const session = register.session()
    if (!session.ok) return session
    const views = change(await readViews(session.value.store.info))
    if (views.length > mostViews) return fail('bridge_invalid_input', { field: 'views' })
    const noted = await register.note({ settings: { [viewsKey]: JSON.stringify({ views }) } })
    return noted.ok ? succeed({ views }) : noted
  }

  return {
    'lists.open': (query) => inSession(register, async (session) => {
      const found = await oneATurn(() => session.lists.find(query, today()))
      if (!found.ok) return found
      const { count, sequence } = found.value
      const total = await session.store.records.count(listDefinitions[query.kind].record)
      return succeed({ handle: register.results.keep(found.value), sequence, count, total })
    }),
    'lists.page': ({ handle, from, to }) => inSession(register, async (session) => {
      const list = register.results.get(handle)
      if (!list) return fail('list_expired')
      const rows = await pages.ask(async () => inPlaces(await session.lists.rows(list, from, to, listDefinitions[list.kind].fields, today()), await list.ids(from, to)))
      return rows === null ? fail('job_cancelled') : succeed({ rows })
    }),
    'lists.close': async ({ handle }) => {
      register.results.close(handle)
      return succeed({})
    },
    'lists.export': ({ query, file }) => inSession(register, async (session) => {
      const { lists, store, places } = session
      const found = await lists.find(query, today())
      if (!found.ok) return found
      return jobs.run(basename(file), async (watch) => exportList(session, found.value, {
        fields: kindDefinitions[listDefinitions[query.kind].record].fields, path: file, from: 0, to: found.value.count, places: places.words,
        creator: await operatorOf(store.info), at: Date.now(), ...watch,
      }))
    }),
    'lists.views': () => inSession(register, async (session) => succeed({ views: await readViews(session.store.info) })),
    'lists.saveView': (view) => changeViews((views) => withView(views, view, view)),
    'lists.removeView': (named) => changeViews((views) => withView(views, named, null)),
    'lists.summary': ({ handle, kind, from, to, fields }) => inSession(register, async (session) => {
      const list = register.results.get(handle)
      if (!list) return fail('list_expired')
      return succeed(await session.lists.summary(list, from, Math.min(to, list.count), knownFields(kind, fields), today()))
    }),
    'lists.facets': (wish) => inSession(register, async (session) => {
      const facets = await facetLists(session.lists, wish, today())
      return facets.ok ? succeed({ facets: facets.value }) : facets
    }),
    'lists.groups': (wish) => inSession(register, (session) => countGroups(session.lists, wish, today())),
  }
}

/** One row for every place of the result: those of deleted records are gone, the others do not move up. */
function inPlaces(rows: readonly ListRowCells[], ids: ArrayLike<number>): ListRow[] {
  if (rows.length === ids.length) return [...rows]
  const byId = new Map(rows.map((row) => [row.id, row]))
  return Array.from(ids, (id) => byId.get(id) ?? { id, cells: {}, isGone: true })
}

function knownFields(kind: ListKind, names: readonly string[]): ListField[] {
  return names.map((name) => listField(kind, name)).filter((field) => field !== undefined)
}
