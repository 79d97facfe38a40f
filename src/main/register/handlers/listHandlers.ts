import type { HandlersOf } from '../../../shared/bridge/contract'
import type { listOperations } from '../../../shared/bridge/operations/listOperations'
import { listDefinitions, listField, type ListField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { fail, succeed } from '../../../shared/domain/result'
import { createNewestFirst } from '../newestFirst'
import type { HandlerContext } from './handlerContext'

/** More than a person picks from; a title or a name has as many values as there are records. */
const mostFacetValues = 500

export function createListHandlers({ register, today }: HandlerContext): HandlersOf<keyof typeof listOperations> {
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
    'lists.facets': async ({ query, fields }) => {
      const session = register.session()
      if (!session.ok) return session
      const facets = await session.value.lists.facets(query, knownFields(query.kind, fields), today())
      return facets.ok ? succeed({ facets: facets.value.map(({ field, values }) => ({ field, values: values.slice(0, mostFacetValues) })) }) : facets
    },
  }
}

function knownFields(kind: ListKind, names: readonly string[]): ListField[] {
  return names.map((name) => listField(kind, name)).filter((field) => field !== undefined)
}
