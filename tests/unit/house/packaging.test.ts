import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { billOfMaterials, noticesText } from '../../../scripts/packaging/notices.mjs'
import { builderConfig, programNames, productFile, readOptions, shippedFuses } from '../../../scripts/packaging/plan.mjs'
import { shippedPackages } from '../../../scripts/packaging/shippedPackages.mjs'
import { sign } from '../../../scripts/packaging/signing.mjs'
import { removalList } from '../../../scripts/packaging/windows.mjs'

const root = join(import.meta.dirname, '../../..')
const scratch = mkdtempSync(join(tmpdir(), 'biaozhi-packaging-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const configOf = (target: 'linux' | 'win32', isTwin = false) => builderConfig({ root, target, electronDist: '/electron', electronVersion: '45.4.1', out: '/out', extras: '/extras', isTwin })
const shipped = shippedPackages(root)

describe('the options of npm run package', () => {
  it('make everything for both systems when none is given', () => {
    expect(readOptions([])).toEqual({ targets: ['linux', 'win32'], onlyFolder: false, isQuick: false, isTwin: false, isChecked: false, isUpdate: false })
  })

  it('narrow to a system or to the unpacked program', () => {
    expect(readOptions(['--win', '--dir'])).toEqual({ targets: ['win32'], onlyFolder: true, isQuick: false, isTwin: false, isChecked: false, isUpdate: false })
  })

  it('refuse a word they do not know', () => {
    expect(() => readOptions(['--mac'])).toThrow('--mac')
  })

  it('name products by version and system', () => {
    expect(productFile('1.2.3', 'win32', '-setup.exe')).toBe('biaozhi-1.2.3-win-x64-setup.exe')
  })
})

describe.runIf(process.platform === 'linux')('the launcher on Linux', () => {
  const launcher = join(scratch, 'biaozhi')
  cpSync(join(root, 'packaging/linux/launcher/biaozhi'), launcher)
  writeFileSync(join(scratch, 'biaozhi-app'), '#!/bin/sh\necho "${LC_ALL:-none} ${LANGUAGE:-none} $*"\n', { mode: 0o755 })
  const start = (env: NodeJS.ProcessEnv, ...words: string[]): string => spawnSync('sh', [launcher, ...words], { encoding: 'utf8', env: { PATH: process.env['PATH'], ...env } }).stdout.trim()

  it('leaves a locale alone that can name Chinese folders', () => {
    expect(start({ LANG: 'C.UTF-8' })).toBe('none none')
    expect(start({ LC_ALL: 'C.UTF-8' }, '/家/台账.bzr')).toBe('C.UTF-8 none /家/台账.bzr')
  })

  it('gives one that can where there is none, and keeps the language', () => {
    expect(start({})).toBe('C.UTF-8 none')
    expect(start({ LANG: 'zz_ZZ.UTF-8' })).toBe('C.UTF-8 zz_ZZ.UTF-8')
    expect(start({ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'list', 'units')).toBe('C.UTF-8 C --headless --no-sandbox --disable-gpu --log-level=3 -- list units')
    expect(start({ LC_ALL: 'C', LANGUAGE: 'zh_CN' })).toBe('C.UTF-8 zh_CN')
  })

  it('is what a double click starts', () => {
    expect(readFileSync(join(root, 'packaging/linux/biaozhi.desktop'), 'utf8')).toContain('\nExec=/opt/biaozhi/biaozhi %f\n')
  })
})

describe('the configuration of a package', () => {
  it('turns every way into the program by its runtime off, and its guards on', () => {
    expect(shippedFuses).toMatchObject({
      runAsNode: false, enableNodeOptionsEnvironmentVariable: false, enableNodeCliInspectArguments: false, grantFileProtocolExtraPrivileges: false,
      enableEmbeddedAsarIntegrityValidation: true, onlyLoadAppFromAsar: true, enableCookieEncryption: true,
    })
    expect(configOf('linux').electronFuses).toEqual(shippedFuses)
  })

  it('gives the test twin another inspect fuse and nothing else', () => {
    const { electronFuses, ...rest } = configOf('linux', true)
    const { electronFuses: ownFuses, ...ownRest } = configOf('linux')
    expect(electronFuses).toEqual({ ...ownFuses, enableNodeCliInspectArguments: true })
    expect(rest).toEqual(ownRest)
  })

  it.each([['linux', 'linux-x64.node'], ['win32', 'win32-x64.node']] as const)('ships for %s only the database binary %s, unpacked', (target, binary) => {
    const { files, asarUnpack } = configOf(target)
    expect(files).toContain('!node_modules/better-sqlite3/prebuilds/**')
    expect(files.filter((pattern) => pattern.endsWith('.node'))).toEqual([`node_modules/better-sqlite3/prebuilds/${binary}`])
    expect(asarUnpack).toEqual(['**/*.node'])
  })

  it('ships samples, templates and manual as files, and builds nothing from source', () => {
    const config = configOf('win32')
    expect(config.extraResources.map(({ to }) => to)).toEqual(['samples', 'templates', 'manual'])
    expect(config.npmRebuild).toBe(false)
    expect(config.files).not.toContain('node_modules/**')
  })

  it('has launchers that start the program under its packaged name', () => {
    expect(readFileSync(join(root, 'packaging/linux/launcher/biaozhi'), 'utf8')).toContain(`/${programNames.linux}"`)
    expect(readFileSync(join(root, 'packaging/windows/launcher/biaozhi.cmd'), 'utf8')).toContain(`${programNames.win32}.exe"`)
    expect(readFileSync(join(root, 'packaging/windows/setup.nsi'), 'utf8')).toContain(`"${programNames.win32}.exe"`)
    expect(readFileSync(join(root, 'packaging/linux/biaozhi.desktop'), 'utf8')).toContain(`StartupWMClass=${programNames.linux}\n`)
  })
})

describe('what is shipped', () => {
  it('is what runs from node_modules, what the window bundles, and what they need', () => {
    const names = shipped.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['better-sqlite3', 'kysely', 'zod', 'react-dom', 'scheduler', 'antd', 'dayjs', 'echarts', 'zrender', 'ag-grid-community']))
    expect(names.filter((name) => /^(vitest|vite|typescript|electron-builder|exceljs|node-(linux|win)-x64|@types\/.*)$/.test(name))).toEqual([])
  })

  it('states a licence for every package, each free to pass on', () => {
    const licences = new Set(shipped.map(({ license }) => license))
    expect([...licences].filter((licence) => !['MIT', '(MIT AND Zlib)', 'BlueOak-1.0.0', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD'].includes(String(licence)))).toEqual([])
  })

  it('stands in the notices with version and licence text', () => {
    const text = noticesText(root, shipped)
    for (const { name, version } of shipped) expect(text).toContain(`${name} ${version}\n`)
    expect(text).toContain('Copyright (c) 2017 Joshua Wise')
    expect(text).toContain('SQLite')
    expect(text).toContain('Unihan database 15.0\nLicense: Unicode-DFS-2016\n\nUNICODE, INC. LICENSE AGREEMENT')
    expect(text).toMatch(/fontkit [\d.]+\nLicense: MIT\n\nCopyright \(c\) Devon Govett[^\n]*\n\nPermission is hereby granted/u)
    expect(text).not.toContain('no licence text of its own')
  })

  it('stands in the bill of materials with checksums, the same every time', () => {
    const product = { name: 'biaozhi', version: '0.1.0', license: 'MIT', electronVersion: '45.4.1' }
    const bill = billOfMaterials(product, shipped)
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', metadata: { component: { name: 'biaozhi', version: '0.1.0' } } })
    expect(bill.components).toHaveLength(shipped.length + 2)
    expect(new Set(bill.components.map((component) => component['bom-ref'])).size).toBe(shipped.length + 2)
    expect(bill.components.find(({ name }) => name === '@e965/xlsx')).toMatchObject({ purl: 'pkg:npm/%40e965/xlsx@0.20.3', hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }] })
    expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(billOfMaterials(product, shipped)).toEqual(bill)
  })
})

describe('signing', () => {
  it('does nothing and says so when no program is named', async () => {
    expect(await sign('exe', 'any.exe', {})).toBe(false)
  })

  it.skipIf(process.platform === 'win32')('runs the named program on the file, and fails with it', async () => {
    const signer = join(scratch, 'signer')
    writeFileSync(signer, '#!/bin/sh\n[ -f "$1" ] && echo signed > "$1.sig"\n', { mode: 0o755 })
    const product = join(scratch, 'product')
    writeFileSync(product, '')
    expect(await sign('product', product, { BIAOZHI_SIGN_FILE: signer })).toBe(true)
    expect(readFileSync(`${product}.sig`, 'utf8')).toBe('signed\n')
    await expect(sign('product', join(scratch, 'missing'), { BIAOZHI_SIGN_FILE: signer })).rejects.toThrow('BIAOZHI_SIGN_FILE')
  })
})

describe('the uninstaller', () => {
  it('removes the installed files by name, then folders that are empty, and nothing else', () => {
    const folder = join(scratch, 'app')
    mkdirSync(join(folder, 'resources/samples'), { recursive: true })
    writeFileSync(join(folder, 'Program.exe'), '')
    writeFileSync(join(folder, 'resources/samples/名录$1.xlsx'), '')
    expect(removalList(folder).split('\n')).toEqual([
      'Delete "$INSTDIR\\Program.exe"',
      'Delete "$INSTDIR\\resources\\samples\\名录$$1.xlsx"',
      'RMDir "$INSTDIR\\resources\\samples"',
      'RMDir "$INSTDIR\\resources"',
      'Delete "$INSTDIR\\Uninstall.exe"',
      '',
    ])
    expect(readFileSync(join(root, 'packaging/windows/setup.nsi'), 'utf8')).not.toContain('RMDir /r "$INSTDIR"')
  })
})
