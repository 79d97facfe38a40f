import { z } from 'zod'
import { filePath } from '../filePath'
import { crosstabCell, crosstabQuestion, crosstabRecords, crosstabTable, tableShare } from '../crosstab'
import { operation } from '../operation'

/** 交叉表: records of a list, counted by two or three of its fields. */
export const crosstabOperations = {
  'crosstab.table': operation(crosstabQuestion, crosstabTable),
  'crosstab.records': operation(z.object({ question: crosstabQuestion, cell: crosstabCell }), crosstabRecords),
  /** Writes the table as .xlsx, its numbers shown as `share` says. */
  'crosstab.export': operation(z.object({ question: crosstabQuestion, share: tableShare, file: filePath }), z.object({ file: z.string() })),
} as const
