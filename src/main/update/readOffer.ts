import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { offerFile, signatureFile, updateOffer, type UpdateOffer } from '../../shared/domain/update/updateOffer'
import { fail, Refusal, succeed, type Result } from '../../shared/domain/result'
import type { UpdatePlace } from './updatePlace'

/** update.json names a handful of files; a longer one is none of ours. */
const longestOfferBytes = 100_000
const longestSignatureBytes = 1_000

/**
 * Reads what a place offers. Nothing of update.json is looked at before its signature holds.
 *
 * @param publicKey  Ed25519, DER (SPKI) in base64, as it is built into the program
 * @returns update_place_away, update_not_signed where the signature is another's or the file was altered or is half
 *          copied, update_unreadable where a later program's format is in it
 */
export async function readOffer(place: UpdatePlace, publicKey: string): Promise<Result<UpdateOffer>> {
  const key = readPublicKey(publicKey)
  if (key === null) return fail('update_unsigned_build')
  try {
    const bytes = await readSmall(place, offerFile, longestOfferBytes)
    const signature = Buffer.from((await readSmall(place, signatureFile, longestSignatureBytes)).toString('latin1'), 'base64')
    if (!verify(null, bytes, key, signature)) return fail('update_not_signed')
    const offer = updateOffer.safeParse(parseJson(bytes))
    return offer.success ? succeed(offer.data) : fail('update_unreadable')
  } catch (error) {
    if (error instanceof Refusal) return error.failure
    throw error
  }
}

/** Null where the build has none, or something that is no Ed25519 key. */
export function readPublicKey(base64: string): KeyObject | null {
  if (base64 === '') return null
  try {
    const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

async function readSmall(place: UpdatePlace, name: string, mostBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of place.read(name)) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new Refusal('update_unreadable')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
