import { useQueries } from '@tanstack/react-query'
import type { IndicatorEffect } from '../../../../shared/bridge/imports'
import { detailQuery, useImportJobs } from '../useImports'
import { joinEffects } from './joinedEffect'

export interface JoinedEffect {
  files: number
  effect: readonly IndicatorEffect[]
}

/** What all committed files of the list did together to the indicators of a year; null where there are not two of that year. */
export function useJoinedEffect(period: string | undefined): JoinedEffect | null {
  const written = useImportJobs().jobs.filter(({ state }) => state === 'done').toSorted((a, b) => (a.batch ?? 0) - (b.batch ?? 0))
  const details = useQueries({ queries: written.map((job) => ({ ...detailQuery(job), enabled: period !== undefined })) })
  if (details.some(({ data }) => data === undefined)) return null
  const effects = details.map(({ data }) => data?.result?.effect ?? []).filter(([first]) => first !== undefined && first.period === period)
  return effects.length < 2 ? null : { files: effects.length, effect: joinEffects(effects) }
}
