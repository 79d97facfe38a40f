// What is shipped, for people (THIRD-PARTY-NOTICES.txt) and for scanners (CycloneDX).
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const line = '-'.repeat(78)

/** Electron brings its own long list; it stands beside the program as LICENSES.chromium.html. */
const electronNotice = 'Electron, with Chromium and Node.js. MIT and others: see LICENSE.electron.txt and LICENSES.chromium.html beside this file.'
const sqliteNotice = 'SQLite, inside better-sqlite3. In the public domain.'

/** What stands in the sources and comes from no package: how characters are read, and their simplified forms. */
const unihan = { name: 'Unihan database', version: '15.0', license: 'Unicode-DFS-2016', text: 'unicode.txt' }

/** Name, version, licence and full licence text of every shipped package, and of data in the sources. */
export function noticesText(root, shipped) {
  const parts = [
    noticeOf(unihan, readFileSync(join(root, 'packaging/licences', unihan.text), 'utf8').trim()),
    ...shipped.map((each) => noticeOf(each, licenceText(join(root, each.path)) ?? usualText(root, each))),
  ]
  return ['THIRD-PARTY NOTICES', '', electronNotice, sqliteNotice, '', ...parts].join('\n')
}

function noticeOf({ name, version, license }, text) {
  return [line, `${name} ${version}`, `License: ${license ?? 'not stated'}`, '', text, ''].join('\n')
}

/** Of a package that names its licence and leaves out the text: the text that goes with the name, and who made it. */
function usualText(root, { license, path }) {
  const { author, contributors = [] } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'))
  const makers = [author, ...contributors].filter(Boolean).map((maker) => (typeof maker === 'string' ? maker : maker.name))
  const whose = makers.length === 0 ? 'The package brings no licence text of its own.' : `Copyright (c) ${makers.join(', ')}`
  return license === 'MIT' ? `${whose}\n\n${readFileSync(join(root, 'packaging/licences/mit.txt'), 'utf8').trim()}` : whose
}

function licenceText(folder) {
  if (!existsSync(folder)) return null
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(name)).toSorted()
  return files.length === 0 ? null : files.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n')
}

/**
 * The bill of materials, CycloneDX 1.5. It says nothing of time or machine: the same lockfile gives the same file.
 * @param product  { name, version, license, electronVersion }
 */
export function billOfMaterials(product, shipped) {
  const components = [
    ...shipped.map(component),
    { type: 'data', 'bom-ref': `unihan@${unihan.version}`, name: unihan.name, version: unihan.version, licenses: [{ license: { id: unihan.license } }] },
    { type: 'framework', 'bom-ref': `electron@${product.electronVersion}`, name: 'electron', version: product.electronVersion, licenses: [{ license: { id: 'MIT' } }], purl: `pkg:npm/electron@${product.electronVersion}` },
  ]
  const digest = createHash('sha256').update(JSON.stringify(components)).digest('hex')
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${uuidFrom(digest)}`,
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': product.name, name: product.name, version: product.version, licenses: [{ license: { id: product.license } }] } },
    components,
  }
}

function component({ name, version, license, integrity, path }) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  return {
    type: 'library',
    'bom-ref': path,
    name,
    version,
    ...(license === null ? {} : { licenses: [/\s(OR|AND)\s/.test(license) ? { expression: license } : { license: { id: license } }] }),
    purl,
    ...(integrity === undefined ? {} : { hashes: [hashOf(integrity)] }),
  }
}

/** `sha512-<base64>` as a lockfile has it. */
function hashOf(integrity) {
  const [, bits, base64] = /^sha(\d+)-(\S+)/.exec(integrity) ?? []
  return { alg: `SHA-${bits}`, content: Buffer.from(base64, 'base64').toString('hex') }
}

function uuidFrom(hex) {
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
