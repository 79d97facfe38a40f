import type { OpenNames, UnitClusters } from '../../../../shared/bridge/units'
import type { Result } from '../../../../shared/domain/result'
import type { OpenNamesRequest } from '../unresolvedNames'
import type { SurveyOptions } from './unitSurvey'

/** Which register is looked at, and on which day (YYYY-MM-DD) its records are counted. */
export interface SurveyOrder {
  path: string
  today: string
}

/** What is asked of a survey once it is made. */
export type SurveyQuestion = { of: 'groups'; options: SurveyOptions } | { of: 'names'; request: OpenNamesRequest }
export type SurveyAnswer<Q extends SurveyQuestion> = Q extends { of: 'groups' } ? UnitClusters : OpenNames

/** A survey under way, and later what it found, wherever that runs. */
export interface MadeSurvey {
  /** Over when it is made; a failure when it could not be. */
  made: Promise<Result<null>>
  /** @returns job_interrupted when the survey ended meanwhile */
  ask<Q extends SurveyQuestion>(question: Q): Promise<Result<SurveyAnswer<Q>>>
  /** Ends it, made or not, and forgets what it found. */
  close(): void
}

/** @param onProgress  0 to 1 */
export type StartSurvey = (order: SurveyOrder, onProgress: (share: number) => void) => MadeSurvey

export type ToSurvey = { id: number; question: SurveyQuestion }
export type FromSurvey = { type: 'progress'; share: number } | { type: 'made'; result: Result<null> } | { type: 'answer'; id: number; result: Result<UnitClusters | OpenNames> }
