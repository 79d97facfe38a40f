import { z } from 'zod'
import { facet, facetRequest, listQuery, listRange, listRow, openedList } from '../lists'
import { nothing, operation } from '../operation'

/** Lists of every kind: a query becomes a result handle, pages are asked by range. */
export const listOperations = {
  'lists.open': operation(listQuery, openedList),
  'lists.page': operation(listRange, z.object({ rows: z.array(listRow) })),
  'lists.close': operation(z.object({ handle: z.int().nonnegative() }), nothing),
  'lists.facets': operation(facetRequest, z.object({ facets: z.array(facet) })),
} as const
