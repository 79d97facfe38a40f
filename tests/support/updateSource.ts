import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeUpdateFolder, updateKeys } from '../../scripts/packaging/updateFolder.mjs'

export const programName = 'biaozhi-app'
/** Longer than the 100 bytes that a tar header has for a name. */
export const longName = `resources/samples/${'青岛市市场监督管理局企业制修订标准调查表'.repeat(3)}.xlsx`

export function newKeys() {
  return updateKeys(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }))
}

/** A scratch folder with real packages in it, made as `npm run package` makes them, of a small program. */
export function updateSource() {
  const folder = mkdtempSync(join(tmpdir(), 'biaozhi-update-'))
  const keys = newKeys()

  /** Packs a program of a version, with files as a real one has them. @returns the path of its package */
  function pack(version: string, says = version): string {
    const program = join(folder, `program-${version}`)
    mkdirSync(join(program, 'resources/samples'), { recursive: true })
    writeFileSync(join(program, 'build-info.json'), JSON.stringify({ version: says }))
    writeFileSync(join(program, programName), `#!/bin/sh\necho ${version} "$@"\n`, { mode: 0o755 })
    writeFileSync(join(program, 'resources/app.asar'), Buffer.alloc(3_000_000, version))
    writeFileSync(join(program, longName), '样例')
    const file = join(folder, `biaozhi-${version}-linux-x64.tar.gz`)
    execFileSync('tar', ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', `--transform=s,^\\.,biaozhi-${version},`, '-I', 'gzip -n -6', '-cf', file, '-C', program, '.', '-C', join(import.meta.dirname, '../../packaging/portable'), './data'])
    return file
  }

  /** An update place that offers a version. @returns its folder */
  function offer(version: string, packages: readonly string[] = [pack(version)], privateKey = keys.privateKey): string {
    const place = join(folder, `place-${version}`)
    makeUpdateFolder(place, packages, { version, releasedOn: '2026-11-26', notes: '新增一张表' }, privateKey)
    return place
  }

  return { folder, publicKey: keys.publicKey, pack, offer, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) }
}
export type UpdateSource = ReturnType<typeof updateSource>
