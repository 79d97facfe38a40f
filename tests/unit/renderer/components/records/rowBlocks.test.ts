import { describe, expect, it } from 'vitest'
import { readBlocks } from '../../../../../src/renderer/components/records/rowBlocks'

/** A list whose answers come when they are let go. */
function aSlowList() {
  const asked: [number, number][] = []
  const answers: ((rows: number[]) => void)[] = []
  const refusals: ((error: unknown) => void)[] = []
  const load = (from: number, to: number): Promise<number[]> => new Promise((resolve, reject) => {
    asked.push([from, to])
    answers.push(resolve)
    refusals.push(reject)
  })
  return { asked, answers, refusals, load }
}

const turn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve) })

describe('the blocks of a long list', () => {
  it('are asked for once each, however the list is scrolled before and after they have come', async () => {
    const list = aSlowList()
    const read: number[] = []
    const blocks = readBlocks(list.load, (block) => read.push(block), () => undefined)
    blocks.show(0, 0, 120)
    blocks.show(0, 1, 120)
    list.answers[0]?.([1])
    await turn()
    blocks.show(0, 2, 120)
    blocks.show(1, 5, 120)
    expect(list.asked).toEqual([[0, 50], [50, 100], [100, 120]])
    list.answers[2]?.([3])
    list.answers[1]?.([2])
    await turn()
    expect(read).toEqual([0, 2, 1])
  })

  it('are asked for again when they could not be read and come into view once more', async () => {
    const list = aSlowList()
    const errors: unknown[] = []
    const blocks = readBlocks(list.load, () => undefined, (error) => errors.push(error))
    blocks.show(0, 0, 10)
    list.refusals[0]?.('gone')
    await turn()
    blocks.show(0, 0, 10)
    expect([errors, list.asked]).toEqual([['gone'], [[0, 10], [0, 10]]])
  })

  it('say nothing after their list was closed', async () => {
    const list = aSlowList()
    const heard: unknown[] = []
    const blocks = readBlocks(list.load, (block) => heard.push(block), (error) => heard.push(error))
    blocks.show(0, 1, 100)
    blocks.close()
    list.answers[0]?.([1])
    list.refusals[1]?.('gone')
    await turn()
    expect(heard).toEqual([])
  })
})
