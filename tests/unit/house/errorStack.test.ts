import { describe, expect, it } from 'vitest'
import { stackOf } from '../../../src/main/electron/errorStack'

describe('what is written down of a bug', () => {
  it('is the kind of error and where it was thrown, without its words and without folders', () => {
    const printed = [
      'Uncaught TypeError: cannot read 青岛海尔股份有限公司 of "王芳',
      '    at 王芳 and more of the message',
      '    at RecordStore.#read (C:\\Users\\王芳 (市局)\\AppData\\Local\\Programs\\Biaozhi\\resources\\app.asar\\out\\main\\register.js:120:17)',
      '    at async Object.find (file:///home/%E7%8E%8B%E8%8A%B3/biaozhi/out/main/chunks/lists-x.js:8:3)',
      '    at /home/王芳/biaozhi/out/main/register.js:1:2',
      '    at new Promise (<anonymous>)',
      '    at process.processTicksAndRejections (node:internal/process/task_queues:105:5) {',
      "  code: 'SQLITE_ERROR', key: '201811724769.2'",
      'RangeError',
    ].join('\n')
    expect(stackOf(printed)).toEqual([
      'TypeError', 'at RecordStore.#read (register.js:120:17)', 'at Object.find (lists-x.js:8:3)', 'at register.js:1:2', 'RangeError',
    ])
  })

  it('is nothing of what a process says that is no error', () => {
    expect(stackOf('已导入 青岛海尔股份有限公司\n  at 10:20:30 王芳')).toEqual([])
  })

  it('is the stack of a real one', () => {
    const thrown = new RangeError('青岛')
    const [name, first] = stackOf(thrown.stack ?? '')
    expect(name).toBe('RangeError')
    expect(first).toMatch(/^at (?:[\w$.<>#[\] ]+ \()?errorStack\.test\.ts:\d+:\d+\)?$/u)
  })
})
