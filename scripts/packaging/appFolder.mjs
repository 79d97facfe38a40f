// The unpacked program of one target: electron-builder's work, with what stands beside it.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { outputOf, root, say } from '../commands.mjs'
import { electronFor } from './electronFor.mjs'
import { billOfMaterials, noticesText } from './notices.mjs'
import { builderConfig, programNames } from './plan.mjs'
import { shippedPackages } from './shippedPackages.mjs'
import { isSigning, sign } from './signing.mjs'

/**
 * Builds dist/<target>-unpacked.
 * @returns { folder, info } where info is what build-info.json says
 */
export async function buildAppFolder(target, { isTwin }) {
  const { Arch, Platform, build } = await import('electron-builder')
  const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const electron = await electronFor(target)
  const out = join(root, 'dist', `${target}-${isTwin ? 'twin' : 'unpacked'}`)
  const work = `${out}.work`
  rmSync(work, { recursive: true, force: true })
  rmSync(out, { recursive: true, force: true })
  const info = {
    version,
    commit: outputOf('git', ['rev-parse', '--short=12', 'HEAD'])?.trim() ?? null,
    isClean: outputOf('git', ['status', '--porcelain'])?.trim() === '',
    electron: electron.version,
    isElectronOfficial: electron.isOfficial,
    canCheckUpdates: Boolean(process.env.BIAOZHI_UPDATE_PUBLIC_KEY),
    isSigned: target === 'win32' && isSigning('exe'),
  }
  const extras = writeExtras(work, { name: 'biaozhi', version, license, electronVersion: electron.version }, info)
  const config = builderConfig({ root, target, electronDist: electron.folder, electronVersion: electron.version, out: join(work, 'out'), extras, isTwin })
  config.afterPack = ({ appOutDir }) => rmSync(join(appOutDir, 'resources/default_app.asar'), { force: true })
  const platform = target === 'win32' ? Platform.WINDOWS : Platform.LINUX
  await build({ projectDir: root, targets: platform.createTarget('dir', Arch.x64), config, publish: 'never' })
  renameSync(join(work, 'out', target === 'win32' ? 'win-unpacked' : 'linux-unpacked'), out)
  rmSync(work, { recursive: true, force: true })
  if (target === 'win32') await sign('exe', join(out, `${programNames.win32}.exe`))
  if (!electron.isOfficial) say(`${target}: Electron ${electron.version} 是第三方重新打包的，这是试用包，不能当正式版发`)
  return { folder: out, info }
}

function writeExtras(work, product, info) {
  const extras = join(work, 'extras')
  const shipped = shippedPackages(root)
  mkdirSync(extras, { recursive: true })
  writeFileSync(join(extras, 'build-info.json'), `${JSON.stringify(info, null, 2)}\n`)
  writeFileSync(join(extras, 'THIRD-PARTY-NOTICES.txt'), noticesText(root, shipped))
  writeFileSync(join(extras, 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(product, shipped), null, 2)}\n`)
  return extras
}
