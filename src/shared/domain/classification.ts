import { type Rejected, reject } from './parsed'
import { foldText } from './text'

/** A classification symbol; `numericCell` says that a numeric cell had eaten its zeros (ICS only). */
export interface ClassificationSymbol {
  ok: true
  value: string
  numericCell: boolean
}

export type ClassificationResult = ClassificationSymbol | Rejected<'bad_format'>

const ipcShape = /^([A-H]\d{2}[A-Z]) ?(\d{1,4})\/(\d{2,6}) ?(?:\(\d{4}\.\d{2}\))?[A-Z]{0,2}$/
const ipcSubclass = /^[A-H]\d{2}[A-Z]$/

/** 国际专利分类 (domain.md 2.5): "F24F11/89(2018.01)I" -> "F24F 11/89". */
export function parseIpc(input: string): ClassificationResult {
  if (input.length > 60) return reject('bad_format')
  const text = foldText(input).toUpperCase()
  const match = ipcShape.exec(text)
  return match ? symbol(`${match[1] ?? ''} ${match[2] ?? ''}/${match[3] ?? ''}`) : reject('bad_format')
}

const locarnoShape = /^(?:LOC ?\(?\d{1,2}\)? ?(?:CL\.?)? ?)?(\d{2})-(\d{2})(?: ?\(\d{1,2}\))?$/

/** 洛迦诺分类 of designs, `NN-NN`, which stands in the IPC column of mixed lists (import-sources.md 6.2). */
export function parseLocarno(input: string): ClassificationResult {
  if (input.length > 40) return reject('bad_format')
  const match = locarnoShape.exec(foldText(input).toUpperCase())
  return match ? symbol(`${match[1] ?? ''}-${match[2] ?? ''}`) : reject('bad_format')
}

/** What a patent list's 分类号 holds: an IPC symbol, also cut to its subclass as reports do, or a Locarno class for designs. */
export function parsePatentClass(input: string): ClassificationResult {
  const ipc = parseIpc(input)
  if (ipc.ok) return ipc
  const text = foldText(input.slice(0, 60)).toUpperCase()
  return ipcSubclass.test(text) ? symbol(text) : parseLocarno(input)
}

const icsShape = /^(\d{2})(?:\.(\d{3})(?:\.(\d{2}))?)?$/
const icsDamaged = /^(\d{1,2})(?:\.(\d{1,3}))?$/

/** ICS `NN[.NNN[.NN]]` (domain.md 1.4); 7.06 from a numeric cell becomes 07.060. */
export function parseIcs(input: string | number): ClassificationResult {
  const raw = String(input)
  if (raw.length > 40) return reject('bad_format')
  const text = foldText(raw).toUpperCase().replace(/^ICS ?/, '').replace(/ /g, '')
  if (icsShape.test(text)) return symbol(text)
  const match = icsDamaged.exec(text)
  if (!match || Number(match[1]) === 0) return reject('bad_format')
  const field = (match[1] ?? '').padStart(2, '0')
  return symbol(match[2] === undefined ? field : `${field}.${match[2].padEnd(3, '0')}`, true)
}

const ccsShape = /^([A-Z]) ?(\d{2})(?:\/(\d{2}))?$/

/** 中国标准分类号: letter and two digits; printed "N 92"; a range "A00/09" is kept. */
export function parseCcs(input: string): ClassificationResult {
  if (input.length > 40) return reject('bad_format')
  const match = ccsShape.exec(foldText(input).toUpperCase().replace(/^CCS ?/, ''))
  return match ? symbol(`${match[1] ?? ''}${match[2] ?? ''}${match[3] ? `/${match[3]}` : ''}`) : reject('bad_format')
}

function symbol(value: string, numericCell = false): ClassificationSymbol {
  return { ok: true, value, numericCell }
}
