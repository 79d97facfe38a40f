// Portable zip and per-user installer for Windows x64 from the unpacked program.
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { isOnPath, root, run } from '../commands.mjs'
import { productFile } from './plan.mjs'
import { sign } from './signing.mjs'

const needed = { zip: '7za', installer: 'makensis' }
/** Which Debian package brings a tool. */
const packages = { '7za': 'p7zip-full', makensis: 'nsis' }

/** @returns the sentence that says why a product cannot be made here, or null */
export function missingFor(product) {
  const tool = needed[product]
  return isOnPath(tool) ? null : `没有 ${tool}（Debian 包 ${packages[tool]}）`
}

/** @returns the path of dist/biaozhi-<version>-win-x64.zip */
export async function makeZip(folder, version) {
  const product = join(root, 'dist', productFile(version, 'win32', '.zip'))
  rmSync(product, { force: true })
  // -mcu: names that are not ASCII are written as UTF-8, whatever the machine.
  for (const cwd of [folder, join(root, 'packaging/portable')]) {
    const code = await run('7za', ['a', '-tzip', '-mx=5', '-mcu=on', '-bd', '-bso0', product, '.'], { cwd })
    if (code !== 0) throw new Error(`7za: ${code}`)
  }
  return product
}

/** @returns the path of dist/biaozhi-<version>-win-x64-setup.exe, signed where the environment says how */
export async function makeInstaller(folder, version, { isQuick }) {
  const product = join(root, 'dist', productFile(version, 'win32', '-setup.exe'))
  const script = join(root, 'packaging/windows/setup.nsi')
  const quick = isQuick ? ['-XSetCompressor /FINAL zlib'] : []
  const list = `${product}.files.nsh`
  writeFileSync(list, removalList(folder))
  const code = await run('makensis', ['-V2', '-INPUTCHARSET', 'UTF8', ...quick, `-DVERSION=${version}`, `-DSRC=${folder}`, `-DOUT=${product}`, `-DFILES=${list}`, script], { stdio: ['ignore', 2, 2] })
  rmSync(list)
  if (code !== 0) throw new Error(`makensis: ${code}`)
  await sign('exe', product)
  return product
}

/** What the uninstaller removes: the installed files one by one, then folders that are empty. A register beside them stays. */
export function removalList(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => ({
    isFolder: entry.isDirectory(),
    path: relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '\\').replaceAll('$', '$$$$'),
  }))
  const files = entries.filter(({ isFolder }) => !isFolder).map(({ path }) => `Delete "$INSTDIR\\${path}"`)
  // Deepest first: a folder comes after what is in it.
  const folders = entries.filter(({ isFolder }) => isFolder).map(({ path }) => path).toSorted().toReversed()
  return [...files.toSorted(), ...folders.map((path) => `RMDir "$INSTDIR\\${path}"`), 'Delete "$INSTDIR\\Uninstall.exe"', ''].join('\n')
}
