// npm run package: packages for Linux and Windows in dist, see docs/release.md. Whatever cannot be made here is named.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ensureModules, isModernNode, node24 } from './bootstrap.mjs'
import { onSomeScreen, root, run, say } from './commands.mjs'
import { ensureElectron } from './electronRuntime.mjs'
import { buildProgram } from './mainBuild.mjs'
import { buildAppFolder } from './packaging/appFolder.mjs'
import { makeDeb, makeTar } from './packaging/linux.mjs'
import { readOptions } from './packaging/plan.mjs'
import { isSigning, sign } from './packaging/signing.mjs'
import { makeUpdateFolder, updateKeys } from './packaging/updateFolder.mjs'
import { makeInstaller, makeZip, missingFor } from './packaging/windows.mjs'

const dist = join(root, 'dist')

/** Of BIAOZHI_UPDATE_KEY, a file; null where the environment names none. */
function readUpdateKeys() {
  const file = process.env.BIAOZHI_UPDATE_KEY
  return file ? updateKeys(readFileSync(file)) : null
}

async function build() {
  // Chunks of earlier builds would be shipped with the new ones.
  for (const folder of ['main', 'preload', 'renderer']) rmSync(join(root, 'out', folder), { recursive: true, force: true })
  await buildProgram()
}

/** What can be tried of a program here: the one of this system as it will be installed, of the other what stands in its files. */
const packagedTests = { linux: [], win32: ['tests/packaged/windowsFiles.test.ts'] }

async function check(folder, target) {
  const [command, ...args] = onSomeScreen([node24(), join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'packaged', ...packagedTests[target]])
  const code = await run(command, args, { env: { ...process.env, BIAOZHI_PACKAGE: folder } })
  if (code !== 0) throw new Error('the packaged program does not pass tests/packaged')
}

async function makeProducts(target, folder, version, options) {
  if (target === 'linux') return [await makeTar(folder, version), await makeDeb(folder, version)]
  const products = options.isUpdate ? [await makeTar(folder, version, target)] : []
  const makers = { zip: makeZip, installer: makeInstaller }
  for (const [name, make] of Object.entries(makers)) {
    const missing = missingFor(name)
    if (missing === null) products.push(await make(folder, version, options))
    else say(`没有做：Windows ${name}，${missing}`)
  }
  return products
}

async function packageAll(options) {
  mkdirSync(dist, { recursive: true })
  await ensureElectron()
  const keys = readUpdateKeys()
  if (options.isUpdate && keys === null) throw new Error('--update: BIAOZHI_UPDATE_KEY names the file of the key to sign with')
  // The program checks updates with the other half of the key they are signed with.
  if (keys !== null) process.env.BIAOZHI_UPDATE_PUBLIC_KEY = keys.publicKey
  await build()
  const products = []
  for (const target of options.targets) {
    const { folder, info } = await buildAppFolder(target, options)
    say(`${target}: ${folder}`)
    if (options.isChecked) await check(folder, target)
    if (!options.onlyFolder) products.push(...(await makeProducts(target, folder, info.version, options)))
  }
  for (const product of products) await sign('product', product)
  if (products.length > 0) writeFileSync(join(dist, 'SHA256SUMS'), products.map((product) => `${sumOf(product)}  ${basename(product)}\n`).join(''))
  if (options.isUpdate && keys !== null) writeUpdateFolder(products, keys)
  for (const product of products) console.log(`${basename(product)}  ${(statSync(product).size / 1024 ** 2).toFixed(1)} MB`)
  if (!process.env.BIAOZHI_UPDATE_PUBLIC_KEY) say('没有更新签名（BIAOZHI_UPDATE_KEY 或 BIAOZHI_UPDATE_PUBLIC_KEY），这些程序不检查更新')
  if (options.targets.includes('win32') && !isSigning('exe')) say('Windows 程序没有签名（BIAOZHI_SIGN_EXE），安装时 Windows 会提示发布者未知')
  if (products.length > 0 && !isSigning('product')) say('安装包没有签名文件（BIAOZHI_SIGN_FILE），请用 SHA256SUMS 核对')
}

function writeUpdateFolder(products, { privateKey }) {
  const notes = process.env.BIAOZHI_UPDATE_NOTES
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const release = { version, releasedOn: new Date().toISOString().slice(0, 10), notes: notes ? readFileSync(notes, 'utf8').trim() : '' }
  makeUpdateFolder(join(dist, 'update'), products, release, privateKey)
  say(`更新文件夹：${join(dist, 'update')}`)
}

function sumOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

try {
  const options = readOptions(process.argv.slice(2))
  await ensureModules()
  if (isModernNode()) await packageAll(options)
  else process.exitCode = await run(node24(), process.argv.slice(1))
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
