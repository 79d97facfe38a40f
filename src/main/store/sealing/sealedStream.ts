import { createCipheriv, createDecipheriv } from 'node:crypto'

/**
 * A long content under one key that is used for nothing else: pieces of 64 KiB, each under AES-256-GCM, whose nonce is the
 * piece's number and whether it is the last one (the STREAM construction). A piece that is altered, missing, added, or in
 * another's place is noticed when it is opened, and so is a content that was cut off. Memory is that of one piece.
 */
export const pieceBytes = 65_536
const tagBytes = 16
const algorithm = 'aes-256-gcm'
const mostPieces = 0xFFFF_FFFF

/** Why a content could not be opened; it carries nothing of it. */
export class SealBroken extends Error {}

/** Takes a content in parts of any length and hands sealed pieces on. */
export class SealingStream {
  readonly #key: Buffer
  readonly #write: (bytes: Buffer) => void
  readonly #waiting = Buffer.allocUnsafe(pieceBytes)
  #filled = 0
  #number = 0

  constructor(key: Buffer, write: (bytes: Buffer) => void) {
    this.#key = key
    this.#write = write
  }

  add(part: Uint8Array): void {
    for (let at = 0; at < part.length;) {
      // A full piece waits until more comes: only then is it not the last one.
      if (this.#filled === pieceBytes) this.#seal(false)
      const taken = part.subarray(at, at + pieceBytes - this.#filled)
      this.#waiting.set(taken, this.#filled)
      this.#filled += taken.length
      at += taken.length
    }
  }

  end(): void {
    this.#seal(true)
  }

  #seal(isLast: boolean): void {
    const cipher = createCipheriv(algorithm, this.#key, nonceOf(this.#number++, isLast))
    this.#write(cipher.update(this.#waiting.subarray(0, this.#filled)))
    this.#write(Buffer.concat([cipher.final(), cipher.getAuthTag()]))
    this.#filled = 0
  }
}

/** How many bytes a content of so many becomes. */
export function sealedLength(contentBytes: number): number {
  return contentBytes + Math.max(1, Math.ceil(contentBytes / pieceBytes)) * tagBytes
}

/**
 * Opens sealed pieces one after the other.
 *
 * @param length  of all pieces together
 * @param read    fills the buffer from a position among them, and answers with how much there was
 * @throws SealBroken, before anything of the altered piece is handed on
 */
export function* openPieces(key: Buffer, length: number, read: (into: Buffer, position: number) => number): Generator<Buffer> {
  const sealed = Buffer.allocUnsafe(pieceBytes + tagBytes)
  for (let position = 0, number = 0; ; number++) {
    const wanted = Math.min(sealed.length, length - position)
    if (wanted < tagBytes || read(sealed.subarray(0, wanted), position) < wanted) throw new SealBroken()
    position += wanted
    yield openPiece(key, sealed.subarray(0, wanted), nonceOf(number, position === length))
    if (position === length) return
  }
}

function openPiece(key: Buffer, sealed: Buffer, nonce: Buffer): Buffer {
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  const content = decipher.update(sealed.subarray(0, -tagBytes))
  try {
    decipher.final()
  } catch {
    throw new SealBroken()
  }
  return content
}

/** Twelve bytes: seven of nothing, the number in four, 1 for the last piece. */
function nonceOf(number: number, isLast: boolean): Buffer {
  if (number > mostPieces) throw new RangeError('content too long')
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(number, 7)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}
