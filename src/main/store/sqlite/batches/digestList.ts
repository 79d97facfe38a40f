import { digestHexLength } from '../records/canonicalRecord'

/** Digests in hex, one after the other, as the chain takes them: 100,000 texts kept apart hold four times the memory. */
export interface DigestList {
  add(digest: string): void
  replace(at: number, digest: string): void
  bytes(): Uint8Array
}

const firstCapacity = 256

export function createDigestList(): DigestList {
  let bytes = Buffer.alloc(firstCapacity * digestHexLength)
  let length = 0
  return {
    add(digest) {
      if (length + digestHexLength > bytes.length) bytes = Buffer.concat([bytes], bytes.length * 2)
      length += bytes.write(digest, length, 'latin1')
    },
    replace(at, digest) { bytes.write(digest, at * digestHexLength, 'latin1') },
    bytes: () => bytes.subarray(0, length),
  }
}
