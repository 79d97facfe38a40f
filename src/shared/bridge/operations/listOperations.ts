import { z } from 'zod'
import { filePath } from '../filePath'
import { facet, facetRequest, groupRequest, groups, listQuery, listRange, listRow, openedList } from '../lists'
import { blockRows, rangeSummary } from '../blocks'
import { savedView, savedViews } from '../views'
import { nothing, operation } from '../operation'

/** Lists of every kind: a query becomes a result handle, pages are asked by range. */
export const listOperations = {
  'lists.open': operation(listQuery, openedList),
  'lists.page': operation(listRange, z.object({ rows: z.array(listRow) })),
  'lists.close': operation(z.object({ handle: z.int().nonnegative() }), nothing),
  /** Writes the records of a query as a table that imports again; .xlsx or .csv. */
  'lists.export': operation(z.object({ query: listQuery, file: filePath }), z.object({ rows: z.int().nonnegative() })),
  /** 计数、求和、平均、最小、最大 of rows × columns, however many. */
  'lists.summary': operation(blockRows.safeExtend({ fields: z.array(z.string().max(40)).min(1).max(60) }), rangeSummary),
  /** Views that clerks of this register keep, of all lists. */
  'lists.views': operation(nothing, savedViews),
  /** Keeps a view, in place of one of the same name. */
  'lists.saveView': operation(savedView, savedViews),
  'lists.removeView': operation(savedView.pick({ kind: true, name: true }), savedViews),
  'lists.facets': operation(facetRequest, z.object({ facets: z.array(facet) })),
  /** 分组计数 of a list. */
  'lists.groups': operation(groupRequest, groups),
} as const
