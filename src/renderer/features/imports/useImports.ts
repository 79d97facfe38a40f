import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AllFilesForecast, ImportJob, SheetColumns } from '../../../shared/bridge/imports'
import { callBridge, useBridgeEvent } from '../../bridge/bridgeClient'
import { earlierAnswer, type FileQuestion } from './earlierAnswer'

const jobsKey = ['imports', 'jobs'] as const

/** Events are heard only while the page stands, and files go on without it: whoever comes back asks again. */
const askedOnReturn = { refetchOnMount: 'always' } as const

/** The files on their way in, live. */
export function useImportJobs(): { jobs: readonly ImportJob[]; isPending: boolean; refresh(): void } {
  const queries = useQueryClient()
  const { data, isPending } = useQuery({ queryKey: jobsKey, queryFn: () => callBridge('imports.jobs', {}), ...askedOnReturn })
  const refresh = (): void => void queries.invalidateQueries({ queryKey: jobsKey })
  useBridgeEvent('imports.changed', refresh)
  return { jobs: data?.jobs ?? [], isPending, refresh }
}

/** Everything about a file but its rows; what was known stays shown until the newer answer is here. */
export function useImportDetail(job: ImportJob) {
  return useQuery({ ...detailQuery(job), placeholderData: keepSameJob(job.job) }).data
}

/** Everything about a file but its rows, as a question that several parts of the page ask. */
export function detailQuery({ job, revision }: ImportJob) {
  return queryOptions({ queryKey: ['imports', job, revision, 'detail'], queryFn: () => callBridge('imports.detail', { job }), gcTime: 0 })
}

/** What all files that are ready would do together; null while that is not known, or there are not two of them. */
export function useAllFilesForecast(): AllFilesForecast | null {
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: ['imports', 'forecast'], queryFn: () => callBridge('imports.forecast', {}), ...askedOnReturn })
  useBridgeEvent('imports.changed', () => void queries.invalidateQueries({ queryKey: ['imports', 'forecast'] }))
  return data?.forecast ?? null
}

export function useQuestions({ job, revision }: ImportJob) {
  return useQuery({ queryKey: ['imports', job, revision, 'questions'], queryFn: () => callBridge('imports.questions', { job }), placeholderData: keepSameJob(job), gcTime: 0 }).data?.groups
}

/** How the columns of a sheet are read; those of another sheet never stand in, for what is chosen there is stored for this one. */
export function useSheetColumns({ job, revision }: ImportJob, sheet: number) {
  const queries = useQueryClient()
  const queryKey: FileQuestion = ['imports', job, revision, 'columns', sheet]
  return useQuery({ queryKey, queryFn: () => callBridge('imports.columns', { job, sheet }), placeholderData: () => earlierAnswer<SheetColumns>(queries, queryKey), gcTime: 5_000 })
}

/** Data of an earlier revision may stand in, data of another file never. */
function keepSameJob<T>(job: number): (previous: T | undefined, query?: { queryKey: readonly unknown[] }) => T | undefined {
  return (previous, query) => (query?.queryKey[1] === job ? previous : undefined)
}
