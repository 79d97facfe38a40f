// The folder that an office puts where its programs look for updates: packages, update.json and its signature.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What a package is for, by the end of its name. */
const kindsByEnding = { '-win-x64-setup.exe': 'win-setup', '-win-x64.tar.gz': 'win-folder', '-linux-x64.tar.gz': 'linux-folder', '-linux-x64.deb': 'linux-deb' }

/**
 * Reads an Ed25519 key for signing updates (openssl genpkey -algorithm ed25519).
 * @param pem  PKCS#8
 * @returns { privateKey, publicKey } with publicKey as a build takes it: DER (SPKI) in base64
 * @throws where it is another kind of key
 */
export function updateKeys(pem) {
  const privateKey = createPrivateKey(pem)
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('BIAOZHI_UPDATE_KEY: an Ed25519 key is needed (openssl genpkey -algorithm ed25519)')
  return { privateKey, publicKey: createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64') }
}

/** @returns 'win-setup' …, or null for a file that is no package to update with */
export function kindOfPackage(file) {
  return Object.entries(kindsByEnding).find(([ending]) => file.endsWith(ending))?.[1] ?? null
}

/**
 * Makes the update folder anew. update.json comes last and its signature behind it, so that a folder that is still being
 * copied is refused rather than half believed.
 *
 * @param packages  paths of finished packages; those of no kind are left out
 * @param release   { version, releasedOn: YYYY-MM-DD, notes }
 * @returns what update.json says
 */
export function makeUpdateFolder(folder, packages, release, privateKey) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const offered = packages.filter((path) => kindOfPackage(path) !== null).map((path) => {
    const file = basename(path)
    copyFileSync(path, join(folder, file))
    const content = readFileSync(path)
    return { kind: kindOfPackage(path), file, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
  })
  const offer = { format: 1, product: 'biaozhi', ...release, packages: offered }
  const bytes = Buffer.from(`${JSON.stringify(offer, null, 2)}\n`)
  put(join(folder, 'update.json'), bytes)
  put(join(folder, 'update.json.sig'), `${sign(null, bytes, privateKey).toString('base64')}\n`)
  return offer
}

function put(file, content) {
  writeFileSync(`${file}.part`, content)
  renameSync(`${file}.part`, file)
}
