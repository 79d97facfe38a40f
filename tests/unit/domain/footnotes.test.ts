import { describe, expect, it } from 'vitest'
import { withoutFootnoteMarks } from '../../../src/shared/domain/footnotes'

describe('marks of footnotes behind a text', () => {
  it.each([
    ['49.1①', '49.1'], ['195.2²)', '195.2'], ['195.2（¹²）', '195.2'], ['青岛甲有限公司（*）', '青岛甲有限公司'], ['GB/T 1-2021[1]', 'GB/T 1-2021'], ['乙(注2)', '乙'],
    ['青岛甲有限公司（市南）', '青岛甲有限公司（市南）'], ['第1)', '第1)'], ['①', '①'], ['m²3', 'm²3'], ['李**', '李**'], ['市南*', '市南'],
  ])('%s reads %s', (written, read) => {
    expect(withoutFootnoteMarks(written)).toBe(read)
  })
})
