import { z } from 'zod'
import { nothing, operation } from '../operation'
import { fontShortage } from '../reports'
import {
  archiveRequest, closedPeriods, districtReports, eventRequest, fileRequest, freezeRequest, frozenForm, periodLog, periodRequest, periodState, refusedForm, reopenRequest, reportsRequest, restatement, restatementRequest, verifiedReport,
} from '../periods'

/** Closing a period: states, freezing, what has changed since, archive, and what became of a file. */
export const periodOperations = {
  /** Periods with frozen forms, newest first, with the newest version of each form. */
  'periods.list': operation(nothing, closedPeriods),
  /** Every form is judged as it would be frozen: with the options chosen for the period. */
  'periods.get': operation(periodRequest, periodState),
  /** Which districts have sent their standards of a period, and what of it went back to them. */
  'periods.reports': operation(reportsRequest, districtReports),
  /** Writes that table as .xlsx, those that sent nothing first. */
  'periods.exportReports': operation(reportsRequest.extend(fileRequest.shape), fileRequest),
  /** Freezes forms one by one; one that cannot be frozen is named and stops no other. */
  'periods.freeze': operation(freezeRequest, z.object({
    frozen: z.array(frozenForm),
    refused: z.array(refusedForm),
  })),
  /** The version stays; the next freezing makes another one beside it. */
  'periods.reopen': operation(reopenRequest, frozenForm),
  /** Whether a number of the newest version would be another one today. */
  'periods.changed': operation(restatementRequest.pick({ period: true, form: true }), z.object({ isChanged: z.boolean() })),
  'periods.restatement': operation(restatementRequest, restatement),
  /** Writes a frozen form again, to the byte. */
  'periods.write': operation(restatementRequest.extend(fileRequest.shape), fileRequest),
  /** Keeps who reviewed or handed in the period, and when. */
  'periods.mark': operation(eventRequest, periodLog),
  /** Writes the 归档包 as one .zip into a folder; `pdf` is null where the computer has no Chinese font to print with. */
  'periods.archive': operation(archiveRequest, z.object({ file: z.string(), files: z.int(), pdf: fontShortage.nullable() })),
  'periods.verifyReport': operation(fileRequest, verifiedReport),
} as const
