import { expect, it } from 'vitest'
import { parseIpc, parsePatentClass } from '../../../src/shared/domain/classification'

it('an IPC symbol names its group, while a patent list may hold the subclass alone', () => {
  expect(parseIpc('G06F 9/445')).toMatchObject({ ok: true, value: 'G06F 9/445' })
  expect(parseIpc('G06F')).toMatchObject({ ok: false, code: 'bad_format' })
  expect(parsePatentClass('G06F')).toMatchObject({ ok: true, value: 'G06F' })
})
