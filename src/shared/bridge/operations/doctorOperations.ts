import { z } from 'zod'
import { filePath } from '../filePath'
import { problemNames } from '../../domain/catalogue/problems'
import { listKind } from '../lists'
import { nothing, operation } from '../operation'

/** 数据体检. The records of one problem are asked for with `counting.worklist`. */
export const doctorOperations = {
  /** Problems that any record has, in the order of the catalogue. */
  'doctor.problems': operation(nothing, z.object({ problems: z.array(z.object({
    problem: z.enum(problemNames), kind: listKind, count: z.int().positive(),
    /** The conditions under which the list has just these records; null where there are none. */
    filters: z.array(z.object({ field: z.string(), values: z.array(z.string()) })).nullable(),
  })) })),
  /** Writes all of them as one worklist in the order of the districts; .xlsx or .csv. */
  'doctor.export': operation(z.object({ file: filePath }), z.object({ file: z.string(), rows: z.int().nonnegative() })),
} as const
