import { z } from 'zod'
import { refusalCodes, usageCodes, verdictCodes } from '../domain/errorCodes'

/** A failure that travels as data among others: its sentence is made where it is shown. */
export const failureData = z.object({ code: z.enum([...refusalCodes, ...usageCodes, ...verdictCodes]), details: z.record(z.string(), z.unknown()) })
