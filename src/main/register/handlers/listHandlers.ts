import { basename } from 'node:path'
import type { HandlersOf } from '../../../shared/bridge/contract'
import type { listOperations } from '../../../shared/bridge/operations/listOperations'
import { kindDefinitions } from '../../../shared/domain/catalogue/fields'
import { listDefinitions, listField, type ListField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { fail, succeed } from '../../../shared/domain/result'
import { facetLists } from '../lists/facetList'
import { exportList } from '../lists/exportList'
import { createNewestFirst } from '../newestFirst'
import type { ExportJobs } from '../exportJobs'
import type { HandlerContext } from './handlerContext'

export function createListHandlers({ register, today }: HandlerContext, exports: ExportJobs): HandlersOf<keyof typeof listOperations> {
  const pages = createNewestFirst()
  return {
    'lists.open': async (query) => {
      const session = register.session()
      if (!session.ok) return session
      const found = await session.value.lists.find(query, today())
      if (!found.ok) return found
      const { count, sequence } = found.value
      const total = await session.value.store.records.count(listDefinitions[query.kind].record)
      return succeed({ handle: register.results.keep(found.value), sequence, count, total })
    },
    'lists.page': async ({ handle, from, to }) => {
      const session = register.session()
      if (!session.ok) return session
      const list = register.results.get(handle)
      if (!list) return fail('list_expired')
      const rows = await pages.ask(() => session.value.lists.rows(list, from, to, listDefinitions[list.kind].fields, today()))
      return rows === null ? fail('job_cancelled') : succeed({ rows })
    },
    'lists.close': async ({ handle }) => {
      register.results.close(handle)
      return succeed({})
    },
    'lists.export': async ({ query, file }) => {
      const session = register.session()
      if (!session.ok) return session
      const { lists, store, places } = session.value
      const found = await lists.find(query, today())
      if (!found.ok) return found
      return exports.run(basename(file), async (watch) => exportList(session.value, found.value, {
        fields: kindDefinitions[listDefinitions[query.kind].record].fields, path: file, from: 0, to: found.value.count, places: places.words,
        creator: (await store.info.get('operator')) ?? '', at: Date.now(), ...watch,
      }))
    },
    'lists.summary': async ({ handle, kind, from, to, fields }) => {
      const session = register.session()
      if (!session.ok) return session
      const list = register.results.get(handle)
      if (!list) return fail('list_expired')
      return succeed(await session.value.lists.summary(list, from, Math.min(to, list.count), knownFields(kind, fields), today()))
    },
    'lists.facets': async (wish) => {
      const session = register.session()
      if (!session.ok) return session
      const facets = await facetLists(session.value.lists, wish, today())
      return facets.ok ? succeed({ facets: facets.value }) : facets
    },
  }
}

function knownFields(kind: ListKind, names: readonly string[]): ListField[] {
  return names.map((name) => listField(kind, name)).filter((field) => field !== undefined)
}
