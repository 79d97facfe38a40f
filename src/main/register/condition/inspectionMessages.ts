import type { Result } from '../../../shared/domain/result'
import type { InspectionDepth } from '../../store/inspectRegister'
import type { ProblemCode } from '../../store/registerProblem'

export interface InspectionOrder {
  path: string
  depth: InspectionDepth
}

/** An inspection under way, wherever that runs. */
export interface Inspection {
  /** What was found first, or null; job_interrupted when it ended without an answer. */
  found: Promise<Result<ProblemCode | null>>
  /** Ends it. @returns when it holds the register no longer */
  stop(): Promise<void>
}

export type StartInspection = (order: InspectionOrder) => Inspection
