// The Electron runtime that goes into a package: the official one where it can be had.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../commands.mjs'
import { ensureElectron, ensureForeignRepack } from '../electronRuntime.mjs'

const downloadLimitMs = 60_000

/** @returns { folder, version, isOfficial }; without a folder electron-builder takes the official download from its cache */
export async function electronFor(target) {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
  if (target === process.platform) {
    await ensureElectron()
    return described(join(root, 'node_modules/electron/dist'), version)
  }
  if (await canDownload(target, version)) return { folder: undefined, version, isOfficial: true }
  return described(await ensureForeignRepack(target), version)
}

function described(folder, wanted) {
  const stamp = join(folder, 'version')
  const version = existsSync(stamp) ? readFileSync(stamp, 'utf8').trim().replace(/^v/, '') : wanted
  return { folder, version, isOfficial: version === wanted }
}

async function canDownload(platform, version) {
  const { downloadArtifact } = await import('@electron/get')
  const giveUp = new Promise((resolve) => void setTimeout(resolve, downloadLimitMs, false).unref())
  const download = downloadArtifact({ version, artifactName: 'electron', platform, arch: 'x64' }).then(() => true, () => false)
  return Promise.race([download, giveUp])
}
