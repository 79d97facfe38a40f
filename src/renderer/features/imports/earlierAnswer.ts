import { hashKey, type QueryClient } from '@tanstack/react-query'

/** A question about a file on its way in, as the cache knows it: the same one is asked again with every revision of the file. */
export type FileQuestion = readonly ['imports', job: number, revision: number, ...asked: readonly unknown[]]

/**
 * What an earlier revision of the file answered to the same question. It stands in until the newer answer is here, so that a list
 * stays where it was scrolled to and a control keeps the keyboard; the answer to another question never stands in.
 *
 * `keepPreviousData` does neither: `useQueries` knows its questions by their whole keys, and a single query takes any former answer.
 */
export function earlierAnswer<T>(queries: Pick<QueryClient, 'getQueriesData'>, [of, job, revision, ...asked]: FileQuestion): T | undefined {
  const wanted = hashKey(asked)
  const earlier = queries.getQueriesData<T>({ queryKey: [of, job] }).flatMap(([[, , at, ...question], data]) => (
    data !== undefined && typeof at === 'number' && at < revision && hashKey(question) === wanted ? [{ at, data }] : []
  ))
  return earlier.toSorted((a, b) => b.at - a.at)[0]?.data
}
