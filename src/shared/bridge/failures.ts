import { z } from 'zod'
import { refusalCodes, usageCodes, verdictCodes } from '../domain/errorCodes'

/** A failure that travels as data among others: its sentence is made where it is shown. */
export const errorCode = z.enum([...refusalCodes, ...usageCodes, ...verdictCodes])

export const failureData = z.object({ code: errorCode, details: z.record(z.string(), z.unknown()) })
