import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseVersion, chosenVersion, keptVersions } from '../../../src/main/update/keptVersions'
import { runUpdateOrder } from '../../../src/main/update/runUpdateOrder'
import type { PrepareOrder } from '../../../src/main/update/updateOrders'
import { hasSmallDisks, smallDisk } from '../../support/smallDisk'
import { longName, newKeys, programName, updateSource, type UpdateSource } from '../../support/updateSource'

const quiet = (): undefined => undefined

function order(source: UpdateSource, where: string, more: Partial<PrepareOrder> = {}): PrepareOrder {
  return { work: 'prepare', where, publicKey: source.publicKey, version: '0.2.0', kind: 'linux-folder', versionsFolder: join(source.folder, 'home/versions'), keep: [], keepProgram: null, ...more }
}

async function serve(listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/updates`, [Symbol.dispose]: () => void server.close() }
}

describe('a version offered in a folder', () => {
  it('comes whole onto this computer, with its programs executable and its Chinese names, and nothing else beside it', async () => {
    using source = updateSource()
    const progress: number[] = []
    const made = await runUpdateOrder(order(source, source.offer('0.2.0')), (done) => progress.push(done))
    expect(made).toEqual({ ok: true, value: { work: 'prepare', prepared: { version: '0.2.0', packageFile: null } } })
    const versions = join(source.folder, 'home/versions')
    expect(readdirSync(versions)).toEqual(['0.2.0'])
    expect(readdirSync(join(versions, '0.2.0')).toSorted()).toEqual([programName, 'build-info.json', 'resources'].toSorted())
    expect(readFileSync(join(versions, '0.2.0', longName), 'utf8')).toBe('样例')
    expect(readFileSync(join(versions, '0.2.0/resources/app.asar')).equals(readFileSync(join(source.folder, 'program-0.2.0/resources/app.asar')))).toBe(true)
    expect(spawnSync(join(versions, '0.2.0', programName), ['x']).stdout.toString()).toBe('0.2.0 x\n')
    expect(progress.length).toBeGreaterThan(1)
  })

  it('is shown with its date and notes before anything is copied', async () => {
    using source = updateSource()
    const looked = await runUpdateOrder({ work: 'look', where: source.offer('0.2.0'), publicKey: source.publicKey }, quiet)
    expect(looked).toMatchObject({ ok: true, value: { work: 'look', offer: { version: '0.2.0', releasedOn: '2026-11-26', notes: '新增一张表', packages: [{ kind: 'linux-folder', file: 'biaozhi-0.2.0-linux-x64.tar.gz' }] } } })
    expect(existsSync(join(source.folder, 'home'))).toBe(false)
  })

  it('is handed over as a proved package where an installer puts it in, with the program it will overwrite kept', async () => {
    using source = updateSource()
    const setup = join(source.folder, 'biaozhi-0.2.0-win-x64-setup.exe')
    writeFileSync(setup, 'MZ')
    source.pack('0.1.0')
    const installed = join(source.folder, 'program-0.1.0')
    writeFileSync(join(installed, '台账 2026.bzr'), 'not a program')
    const made = await runUpdateOrder(order(source, source.offer('0.2.0', [setup]), { kind: 'win-setup', keepProgram: { folder: installed, version: '0.1.0' } }), quiet)
    const versions = join(source.folder, 'home/versions')
    expect(made).toMatchObject({ value: { prepared: { packageFile: join(versions, 'biaozhi-0.2.0-win-x64-setup.exe') } } })
    expect(readFileSync(join(versions, 'biaozhi-0.2.0-win-x64-setup.exe'), 'utf8')).toBe('MZ')
    expect(keptVersions(versions, programName)).toEqual(['0.1.0'])
    expect(existsSync(join(versions, '0.1.0/台账 2026.bzr'))).toBe(false)
  })

  it('takes the place of versions that nobody needs any more, and of what a broken-off update left', async () => {
    using source = updateSource()
    const versions = join(source.folder, 'home/versions')
    for (const name of ['0.0.8', '0.0.9', '0.1.5.part', 'biaozhi-0.1.5-linux-x64.tar.gz.part']) mkdirSync(join(versions, name), { recursive: true })
    writeFileSync(join(versions, '0.0.9', programName), '')
    expect(await runUpdateOrder(order(source, source.offer('0.2.0'), { keep: ['0.0.9'] }), quiet)).toMatchObject({ ok: true })
    expect(readdirSync(versions).toSorted()).toEqual(['0.0.9', '0.2.0'])
  })
})

describe('what is not the signed file', () => {
  const refusal = async (source: UpdateSource, where: string, more: Partial<PrepareOrder> = {}) => {
    const made = await runUpdateOrder(order(source, where, more), quiet)
    expect(existsSync(join(source.folder, 'home/versions/0.2.0'))).toBe(false)
    expect(existsSync(join(source.folder, 'home/versions')) ? readdirSync(join(source.folder, 'home/versions')) : []).toEqual([])
    return made.ok ? null : made.code
  }

  it('is refused when one byte of the package differs', async () => {
    using source = updateSource()
    const place = source.offer('0.2.0')
    const file = join(place, 'biaozhi-0.2.0-linux-x64.tar.gz')
    const bytes = readFileSync(file)
    bytes.writeUInt8((bytes[2_000] ?? 0) ^ 1, 2_000)
    writeFileSync(file, bytes)
    expect(await refusal(source, place)).toBe('update_incomplete')
  })

  it('is refused while it is half copied, and when it goes on after its end', async () => {
    using source = updateSource()
    const place = source.offer('0.2.0')
    const file = join(place, 'biaozhi-0.2.0-linux-x64.tar.gz')
    const whole = readFileSync(file)
    truncateSync(file, 1_000)
    expect(await refusal(source, place)).toBe('update_incomplete')
    writeFileSync(file, whole)
    appendFileSync(file, 'more')
    expect(await refusal(source, place)).toBe('update_incomplete')
    rmSync(file)
    expect(await refusal(source, place)).toBe('update_place_away')
  })

  it('is refused when another key signed it, update.json was altered, or the signature is missing', async () => {
    using source = updateSource()
    const other = source.offer('0.2.0', [source.pack('0.2.0')], newKeys().privateKey)
    expect(await refusal(source, other)).toBe('update_not_signed')
    const place = source.offer('0.2.0')
    writeFileSync(join(place, 'update.json'), readFileSync(join(place, 'update.json'), 'utf8').replace('0.2.0', '0.9.0'))
    expect(await refusal(source, place)).toBe('update_not_signed')
    rmSync(join(place, 'update.json.sig'))
    expect(await refusal(source, place)).toBe('update_place_away')
  })

  it('is refused by a build without a key, whatever lies there', async () => {
    using source = updateSource()
    const place = source.offer('0.2.0')
    expect(await refusal(source, place, { publicKey: '' })).toBe('update_unsigned_build')
    expect(await refusal(source, place, { publicKey: 'bm8ga2V5' })).toBe('update_unsigned_build')
  })

  it.skipIf(!hasSmallDisks).each([0, 4_096, 8_192, 1_000_000, 2_900_000])('is taken whole or not at all by a disk that fills up (%i bytes were left; needs a file system of its own)', async (free) => {
    using source = updateSource()
    const setup = join(source.folder, 'biaozhi-0.2.0-win-x64-setup.exe')
    writeFileSync(setup, Buffer.alloc(10_000, 'MZ'))
    const place = source.offer('0.2.0', [setup, source.pack('0.2.0')])
    for (const kind of ['win-setup', 'linux-folder'] as const) {
      using disk = smallDisk(4_000_000)
      const versionsFolder = join(disk.folder, 'versions')
      disk.fill(free)
      const made = await runUpdateOrder(order(source, place, { kind, versionsFolder }), quiet)
      if (free < 10_000 || kind === 'linux-folder') expect(made).toMatchObject({ ok: false, code: 'disk_full' })
      else expect(readFileSync(join(versionsFolder, 'biaozhi-0.2.0-win-x64-setup.exe')).equals(readFileSync(setup))).toBe(true)
      if (!made.ok) expect(existsSync(versionsFolder) ? readdirSync(versionsFolder) : []).toEqual([])
      disk.empty()
      expect(await runUpdateOrder(order(source, place, { kind, versionsFolder }), quiet)).toMatchObject({ ok: true })
    }
  })

  it('is refused when the place has moved on to another version, or has nothing for this program', async () => {
    using source = updateSource()
    const place = source.offer('0.2.0')
    expect(await refusal(source, place, { version: '0.1.9' })).toBe('update_changed')
    expect(await refusal(source, place, { kind: 'win-setup' })).toBe('update_no_package')
  })

  it('is refused although it is signed when another version is in it, or no program at all', async () => {
    using source = updateSource()
    expect(await refusal(source, source.offer('0.2.0', [source.pack('0.2.0', '0.1.0')]))).toBe('update_unreadable')
    const file = join(source.folder, 'biaozhi-0.2.0-linux-x64.tar.gz')
    writeFileSync(file, 'no archive')
    expect(await refusal(source, source.offer('0.2.0', [file]))).toBe('update_unreadable')
  })

  it.each([['../out', 's,^p/b,../out,'], ['/out', 's,^p/b,/out,']])('writes nothing outside its folder: %s', async (_name, transform) => {
    using source = updateSource()
    mkdirSync(join(source.folder, 'p'))
    writeFileSync(join(source.folder, 'p/b'), 'x')
    const file = join(source.folder, 'biaozhi-0.2.0-linux-x64.tar.gz')
    execFileSync('tar', ['-P', `--transform=${transform}`, '-czf', file, '-C', source.folder, 'p'])
    expect(await refusal(source, source.offer('0.2.0', [file]))).toBe('update_unreadable')
    expect(existsSync('/out')).toBe(false)
  })

  it('is refused where it holds a link', async () => {
    using source = updateSource()
    mkdirSync(join(source.folder, 'p'))
    execFileSync('ln', ['-s', '/etc', join(source.folder, 'p/link')])
    const file = join(source.folder, 'biaozhi-0.2.0-linux-x64.tar.gz')
    execFileSync('tar', ['-czf', file, '-C', source.folder, 'p'])
    expect(await refusal(source, source.offer('0.2.0', [file]))).toBe('update_unreadable')
  })
})

describe('a plain web server inside the office', () => {
  it('is asked for the three files and nothing else', async () => {
    using source = updateSource()
    const place = source.offer('0.2.0')
    const asked: string[] = []
    using server = await serve((request, answer) => {
      asked.push(request.url ?? '')
      answer.end(readFileSync(join(place, (request.url ?? '').replace('/updates/', ''))))
    })
    expect(await runUpdateOrder(order(source, server.address), quiet)).toMatchObject({ ok: true })
    expect(asked).toEqual(['/updates/update.json', '/updates/update.json.sig', '/updates/biaozhi-0.2.0-linux-x64.tar.gz'])
  })

  it('is not followed to another host', async () => {
    using source = updateSource()
    let elsewhere = 0
    using other = await serve((_request, answer) => {
      elsewhere++
      answer.end('{}')
    })
    using server = await serve((_request, answer) => void answer.writeHead(302, { location: other.address }).end())
    expect(await runUpdateOrder(order(source, server.address), quiet)).toMatchObject({ code: 'update_place_away' })
    expect(elsewhere).toBe(0)
  })

  it('may break off or send without end: nothing is taken', async () => {
    using source = updateSource()
    const place = source.offer('0.2.0')
    using server = await serve((request, answer) => {
      if (request.url?.endsWith('.gz')) {
        answer.writeHead(200, { 'content-length': '5000000' })
        answer.write('x'.repeat(1_000), () => answer.destroy())
      } else answer.end(readFileSync(join(place, (request.url ?? '').replace('/updates/', ''))))
    })
    expect(await runUpdateOrder(order(source, server.address), quiet)).toMatchObject({ code: 'update_place_away' })
    using endless = await serve((_request, answer) => {
      const more = (): void => {
        while (!answer.destroyed && answer.write(Buffer.alloc(65_536))) { /* until the other side is full */ }
      }
      answer.on('drain', more)
      more()
    })
    expect(await runUpdateOrder(order(source, endless.address), quiet)).toMatchObject({ code: 'update_unreadable' })
    expect(existsSync(join(source.folder, 'home/versions/0.2.0'))).toBe(false)
  })

  it('is refused by its address alone where that is no folder and no web address', async () => {
    using source = updateSource()
    for (const where of ['ftp://office/updates', 'updates', 'http://', 'file:///etc']) expect(await runUpdateOrder(order(source, where), quiet)).toMatchObject({ code: 'update_place_wrong' })
  })
})

describe('the version that the next start runs', () => {
  const own = { version: '0.1.0', programName }

  it('is the chosen one while it is whole and the program it was chosen beside is the same', async () => {
    using source = updateSource()
    const versions = join(source.folder, 'home/versions')
    await runUpdateOrder(order(source, source.offer('0.2.0')), quiet)
    expect(chosenVersion(versions, own)).toBeNull()
    chooseVersion(versions, '0.2.0', '0.1.0')
    expect(chosenVersion(versions, own)).toBe('0.2.0')
    expect(chosenVersion(versions, { ...own, version: '0.3.0' })).toBeNull()
    rmSync(join(versions, '0.2.0', programName))
    expect(chosenVersion(versions, own)).toBeNull()
  })

  it('is the program itself again after going back', async () => {
    using source = updateSource()
    const versions = join(source.folder, 'home/versions')
    await runUpdateOrder(order(source, source.offer('0.2.0')), quiet)
    chooseVersion(versions, '0.2.0', '0.1.0')
    chooseVersion(versions, null, '0.1.0')
    expect(chosenVersion(versions, own)).toBeNull()
  })

  it.each(['', '../../evil 0.1.0', '0.2.0', '{"version":"0.2.0"}'])('is the program itself when the choice cannot be read: %j', (text) => {
    using source = updateSource()
    const versions = join(source.folder, 'home/versions')
    mkdirSync(join(versions, '0.2.0'), { recursive: true })
    writeFileSync(join(versions, '0.2.0', programName), '')
    writeFileSync(join(versions, 'current'), text)
    expect(chosenVersion(versions, own)).toBeNull()
  })
})
