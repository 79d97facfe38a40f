import { Refusal } from '../../shared/domain/result'
import type { ByteSource } from './byteSource'
import type { ReadEvent, ReadOptions } from './types'
export function* readXml2003(_source: ByteSource, _options: ReadOptions): Generator<ReadEvent> {
  throw new Refusal('not_a_table', undefined, { what: 'xml' })
}
