import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { earlierAnswer } from '../../../../../src/renderer/features/imports/earlierAnswer'

describe('the answer that stands in while a file is judged anew', () => {
  const queries = new QueryClient()
  queries.setQueryData(['imports', 7, 1, 'rows', { verdict: 'review' }, 0], 'first')
  queries.setQueryData(['imports', 7, 3, 'rows', { verdict: 'review' }, 0], 'third')
  queries.setQueryData(['imports', 7, 3, 'rows', { verdict: 'review' }, 1], 'next page')
  queries.setQueryData(['imports', 7, 3, 'columns', 0], 'columns of the first sheet')
  queries.setQueryData(['imports', 8, 4, 'rows', {}, 0], 'another file')
  queries.setQueryData(['imports', 'jobs'], 'all files')

  it('is the newest one to the same question about the same file', () => {
    expect(earlierAnswer(queries, ['imports', 7, 5, 'rows', { verdict: 'review' }, 0])).toBe('third')
    expect(earlierAnswer(queries, ['imports', 7, 2, 'rows', { verdict: 'review' }, 0])).toBe('first')
  })

  it('is never one to another question: another filter, sheet, page or file', () => {
    const others = [['rows', {}, 0], ['rows', { verdict: 'review' }, 2], ['columns', 1], ['sheet', 0, {}]]
    expect(others.map((asked) => earlierAnswer(queries, ['imports', 7, 9, ...asked]))).toEqual([undefined, undefined, undefined, undefined])
    expect(earlierAnswer(queries, ['imports', 9, 9, 'rows', {}, 0])).toBeUndefined()
  })
})
