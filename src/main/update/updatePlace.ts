import { createReadStream } from 'node:fs'
import { get as getPlain, type IncomingMessage } from 'node:http'
import { get as getSecure } from 'node:https'
import { isAbsolute, join } from 'node:path'
import { fail, Refusal, succeed, type Result } from '../../shared/domain/result'
import { systemCodeOf } from './updateFailure'

/** Where updates lie: a folder, or a plain web server inside the office. */
export interface UpdatePlace {
  /** The bytes of a file there, as they come. Throws a Refusal `update_place_away` where place or file is not there. */
  read(name: string): AsyncIterable<Uint8Array>
}

/** A server that says nothing for longer is not there. */
const silenceMs = 15_000

/**
 * The place behind what the office set: an absolute folder, or an http(s) address. A server is asked only when a file is
 * read, nothing but this host is ever asked, and a redirection is not followed.
 *
 * @returns update_place_wrong for anything else
 */
export function openUpdatePlace(where: string): Result<UpdatePlace> {
  if (/^https?:\/\//i.test(where)) return URL.canParse(where) ? succeed(serverPlace(where)) : fail('update_place_wrong')
  return isAbsolute(where) ? succeed(folderPlace(where)) : fail('update_place_wrong')
}

function folderPlace(folder: string): UpdatePlace {
  return {
    async * read(name) {
      const path = join(folder, name)
      try {
        yield* createReadStream(path) as AsyncIterable<Uint8Array>
      } catch (error) {
        if (systemCodeOf(error) === '') throw error
        throw new Refusal('update_place_away', undefined, { path })
      }
    },
  }
}

function serverPlace(where: string): UpdatePlace {
  const base = where.endsWith('/') ? where : `${where}/`
  return {
    async * read(name) {
      const address = new URL(name, base).href
      const away = new Refusal('update_place_away', undefined, { path: address })
      try {
        const answer = await ask(address)
        if (answer.statusCode !== 200) {
          answer.destroy()
          throw away
        }
        yield* answer as AsyncIterable<Uint8Array>
      } catch (error) {
        if (error instanceof Refusal || systemCodeOf(error) === '') throw error
        throw away
      }
    },
  }
}

function ask(address: string): Promise<IncomingMessage> {
  const get = address.startsWith('https:') ? getSecure : getPlain
  return new Promise((resolve, reject) => {
    const request = get(address, { agent: false, headers: { accept: '*/*' } }, resolve)
    request.setTimeout(silenceMs, () => request.destroy(Object.assign(new Error('silent'), { code: 'ETIMEDOUT' })))
    request.on('error', reject)
  })
}
