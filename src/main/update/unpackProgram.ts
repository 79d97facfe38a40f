import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Refusal, succeed, fail, type Result } from '../../shared/domain/result'
import { portableFolder } from './programHome'
import { readTar } from './tarEntries'
import { toDiskFailure } from './updateFailure'

/** A program of this kind has 0.3 GB; a package that unpacks to more than this is none. */
const largestProgramBytes = 3_000_000_000

/**
 * Unpacks a package (.tar.gz) into a folder that gets its name only when everything is in it and on the disk, and it is
 * the version it was offered as. A folder of that name is replaced.
 *
 * @param onProgress  bytes of the program written so far
 * @returns update_unreadable, and what the disk refuses
 */
export async function unpackProgram(packageFile: string, target: string, version: string, onProgress: (done: number) => void): Promise<Result<null>> {
  const draft = `${target}.part`
  try {
    await rm(draft, { recursive: true, force: true })
    await mkdir(draft, { recursive: true })
    await unpack(packageFile, draft, onProgress)
    if ((await versionIn(draft)) !== version) return fail('update_unreadable')
    await rm(target, { recursive: true, force: true })
    await rename(draft, target)
    return succeed(null)
  } catch (error) {
    if (isBrokenArchive(error)) return fail('update_unreadable')
    return toDiskFailure(error, target)
  } finally {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined)
  }
}

async function unpack(packageFile: string, folder: string, onProgress: (done: number) => void): Promise<void> {
  let written = 0
  let current: FileHandle | null = null
  const finish = async (): Promise<void> => {
    const file = current
    current = null
    await file?.sync()
    await file?.close()
  }
  // A failure of either stream arrives where the unpacked one is read.
  const source = pipeline(createReadStream(packageFile), createGunzip(), () => undefined) as AsyncIterable<Uint8Array>
  try {
    await readTar(source, async ({ path, isFolder, isProgram }) => {
      await finish()
      // A portable package brings an empty data folder; here the data are those beside the program.
      if (path[0] === portableFolder) return null
      const place = join(folder, ...path)
      await mkdir(isFolder ? place : dirname(place), { recursive: true })
      if (isFolder) return null
      const file = await open(place, 'wx', isProgram ? 0o755 : 0o644)
      current = file
      return async (chunk) => {
        written += chunk.length
        if (written > largestProgramBytes) throw new Refusal('update_unreadable')
        // On a nearly full disk one write takes fewer bytes than offered; this goes on with the rest.
        await file.writeFile(chunk)
        onProgress(written)
      }
    })
  } finally {
    await finish()
  }
}

async function versionIn(folder: string): Promise<string | null> {
  const info: unknown = JSON.parse(await readFile(join(folder, 'build-info.json'), 'utf8').catch(() => 'null'))
  return typeof info === 'object' && info !== null && 'version' in info && typeof info.version === 'string' ? info.version : null
}

function isBrokenArchive(error: unknown): boolean {
  return error instanceof SyntaxError || (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_'))
}
