import { cp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, succeed, type Result } from '../../shared/domain/result'
import { portableFolder, versionsFolder as versionsName } from './programHome'
import { sweepVersions } from './keptVersions'
import { readOffer } from './readOffer'
import { takePackage } from './takePackage'
import { unpackProgram } from './unpackProgram'
import { toDiskFailure } from './updateFailure'
import type { Prepared, PrepareOrder, UpdateAnswer, UpdateOrder } from './updateOrders'
import { openUpdatePlace, type UpdatePlace } from './updatePlace'

type OnProgress = (done: number, total: number | null) => void

/**
 * Does what an order says; see {@link UpdateOrder}.
 *
 * @returns what readOffer, takePackage and unpackProgram refuse, update_changed where the place offers another version by
 *          now, update_no_package where it has none for this program
 */
export async function runUpdateOrder(order: UpdateOrder, onProgress: OnProgress): Promise<Result<UpdateAnswer>> {
  const place = openUpdatePlace(order.where)
  if (!place.ok) return place
  const offer = await readOffer(place.value, order.publicKey)
  if (!offer.ok) return offer
  if (order.work === 'look') return succeed({ work: 'look', offer: offer.value })
  if (offer.value.version !== order.version) return fail('update_changed')
  const offered = offer.value.packages.find(({ kind }) => kind === order.kind)
  if (offered === undefined) return fail('update_no_package')
  const prepared = await prepare(place.value, offered, order, onProgress)
  return prepared.ok ? succeed({ work: 'prepare', prepared: prepared.value }) : prepared
}

async function prepare(place: UpdatePlace, offered: Parameters<typeof takePackage>[1], order: PrepareOrder, onProgress: OnProgress): Promise<Result<Prepared>> {
  const { versionsFolder, version, keep, keepProgram } = order
  await sweepVersions(versionsFolder, keep)
  const packageFile = join(versionsFolder, offered.file)
  const taken = await takePackage(place, offered, packageFile, (done) => onProgress(done, offered.bytes))
  if (!taken.ok) return taken
  if (keepProgram !== null) {
    const kept = await keepAsVersion(keepProgram.folder, join(versionsFolder, keepProgram.version))
    if (!kept.ok) return kept
  }
  if (!order.kind.endsWith('-folder')) return succeed({ version, packageFile })
  const unpacked = await unpackProgram(packageFile, join(versionsFolder, version), version, (done) => onProgress(done, null))
  await rm(packageFile, { force: true })
  return unpacked.ok ? succeed({ version, packageFile: null }) : unpacked
}

/** What a person put beside the program is no part of it. */
const notProgram = [portableFolder, versionsName]

async function keepAsVersion(folder: string, target: string): Promise<Result<null>> {
  const draft = `${target}.part`
  try {
    await rm(draft, { recursive: true, force: true })
    await cp(folder, draft, { recursive: true, filter: (path) => !notProgram.some((name) => path === join(folder, name)) && !/\.bzr/i.test(path) })
    await rm(target, { recursive: true, force: true })
    await rename(draft, target)
    return succeed(null)
  } catch (error) {
    return toDiskFailure(error, target)
  }
}
