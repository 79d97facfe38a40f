import { z } from 'zod'
import { filePath } from '../filePath'
import { nothing, operation } from '../operation'
import { dueAnswer, dueItemKinds, dueRequest } from '../reminders'
import { apartPair, filledList, mergeChoice, mergePreview, openNames, unitChange, unitClusters, unitProfile, unitRef } from '../units'

const refs = z.array(unitRef).min(1).max(200)

/** Units that look alike, merging and splitting them, and everything of one. */
export const unitOperations = {
  /** Found in turns, as a job that can be given up; kept until the register changes. */
  'units.clusters': operation(z.object({ withDoubtful: z.boolean(), limit: z.int().min(1).max(1_000) }), unitClusters),
  /** Gives the looking for alike names up. */
  'units.cancelSearch': operation(nothing, nothing),
  /** What would stand on the merged unit. */
  'units.preview': operation(z.object({ refs }), mergePreview),
  'units.merge': operation(mergeChoice, unitChange),
  /** Several groups as one change. */
  'units.mergeAll': operation(z.object({ choices: z.array(mergeChoice).min(1).max(1_000) }), unitChange),
  'units.apart': operation(z.object({ refs }), unitChange),
  /** Pairs that a person told apart, the newest first. */
  'units.pairs': operation(z.object({ limit: z.int().min(1).max(1_000) }), z.object({ total: z.int().nonnegative(), pairs: z.array(apartPair) })),
  /** Takes back that two names are not one unit. */
  'units.together': operation(z.object({ names: z.array(unitRef).length(2) }), unitChange),
  'units.split': operation(z.object({ ref: unitRef }), unitChange),
  /** Names in records that no unit carries, and what they may be; of the same job. */
  'units.names': operation(z.object({ text: z.string().max(500), withCandidates: z.boolean(), limit: z.int().min(1).max(1_000) }), openNames),
  'units.profile': operation(z.object({ ref: unitRef, limit: z.int().min(1).max(10_000) }), unitProfile),
  /** Fills a colleague's list into another file. */
  'units.fillList': operation(z.object({ file: filePath, out: filePath }), filledList),
  /** What falls due within some days, earliest first. */
  'due.list': operation(dueRequest, dueAnswer),
  /** Writes it as a list, all or of some kinds, one month, one district. */
  'due.export': operation(dueRequest.extend({
    kinds: z.array(z.enum(dueItemKinds)), month: z.string().max(7).nullable(), district: z.string().max(40).nullable(), file: filePath,
  }), z.object({ rows: z.int().nonnegative() })),
  /** Sets the years from one review of a standard to the next. */
  'due.reviewYears': operation(z.object({ years: z.int().min(1).max(20) }), z.object({ years: z.int() })),
  /** Writes the profile as one printable sheet. */
  'units.exportProfile': operation(z.object({ ref: unitRef, file: filePath }), z.object({ rows: z.int().nonnegative() })),
} as const
