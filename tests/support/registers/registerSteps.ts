import fc from 'fast-check'
import { aPdf, documents } from '../workbooks/documents'
import type { ModelValues } from './registerModel'
import type { Ref } from './unitModel'

/** How many records a sequence may have. */
export const stepNumbers = 4

export const documentOf = { '证书.pdf': aPdf(), '照片.jpg': documents['jpg'] ?? Buffer.alloc(0) } as const
export type AttachedName = keyof typeof documentOf

/** What may happen to a register, and to what: records by the place of their number, files by their name. */
export type RegisterStep =
  | { do: 'import'; rows: { at: number; hasDate: boolean }[] }
  | { do: 'undoBatch' | 'redoBatch' | 'undoNumbered'; which: number }
  | { do: 'edit'; at: number; typed: ModelValues }
  | { do: 'paste'; ats: number[]; publishedOn: string }
  | { do: 'attach' | 'detach'; at: number; file: AttachedName }
  | { do: 'create'; at: number; publishedOn: string }
  | { do: 'delete'; ats: number[] }
  | { do: 'restore'; which: number }
  | { do: 'restoreState'; at: number; back: number }
  | { do: 'merge' | 'tellApart'; one: Ref; other: Ref }
  | { do: 'split'; one: Ref }
  | { do: 'undo' | 'redo' }

const at = fc.nat(stepNumbers - 1)
const ats = fc.uniqueArray(at, { minLength: 1, maxLength: stepNumbers })
const ref = fc.constantFrom('u0', 'u1', 'n0', 'n1', 'n2')
const title = fc.constantFrom('甲', '乙', '丙')
const tags = fc.constantFrom('重点', '复核', '重点、复核', '')
const day = fc.constantFrom('2019-03-01', '2020-04-02', '2021-05-03')
export const registerStep: fc.Arbitrary<RegisterStep> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('import' as const), rows: fc.uniqueArray(fc.record({ at, hasDate: fc.boolean() }), { minLength: 1, maxLength: 3, selector: (row) => row.at }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undoBatch' as const), which: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redoBatch' as const), which: fc.nat(1) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('edit' as const), at, typed: fc.oneof(fc.record({ title }), fc.record({ publishedOn: fc.oneof(day, fc.constant('')) }), fc.record({ title, publishedOn: day }), fc.record({ tags })) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('attach' as const, 'attach' as const, 'detach' as const), at, file: fc.constantFrom('证书.pdf' as const, '照片.jpg' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('paste' as const), ats, publishedOn: day }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('create' as const), at, publishedOn: fc.oneof(day, fc.constant('')) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), ats }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restore' as const), which: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restoreState' as const), at, back: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undoNumbered' as const), which: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('merge' as const), one: ref, other: ref }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tellApart' as const), one: ref, other: ref }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('split' as const), one: ref }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
)

