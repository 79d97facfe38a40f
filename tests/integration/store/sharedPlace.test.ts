import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isOnShare } from '../../../src/main/store/sharedPlace'

const remote: readonly [string, number][] = [['NFS', 0x6969], ['SMB', 0x517b], ['CIFS', 0xff534d42], ['SMB 2', 0xfe534d42], ['AFS', 0x5346414f]]
const local: readonly [string, number][] = [['ext4', 0xef53], ['overlay', 0x794c7630], ['tmpfs', 0x01021994], ['9p, the computer under this one', 0x01021997], ['FUSE', 0x65735546]]

describe('where a register lies', () => {
  it.each(remote)('is another computer on %s', (_name, type) => { expect(isOnShare('/mnt/x/台账.bzr', 'linux', () => type)).toBe(true) })
  it.each(local)('is this one on %s', (_name, type) => { expect(isOnShare('/mnt/x/台账.bzr', 'linux', () => type)).toBe(false) })

  it('is another one by the name of its path on Windows alone', () => {
    for (const path of ['\\\\server\\share\\台账.bzr', '\\\\?\\UNC\\server\\share\\台账.bzr']) expect(isOnShare(path, 'win32')).toBe(true)
    expect(isOnShare('C:\\台账\\台账.bzr', 'win32')).toBe(false)
    expect(isOnShare('//tmp/台账.bzr', 'linux')).toBe(false)
  })

  it('is asked of the nearest folder that is there, and a place that cannot be looked at is none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'place-'))
    const asked: string[] = []
    isOnShare(join(folder, '没有', '台账.bzr'), 'linux', (place) => asked.push(place))
    expect(asked).toEqual([folder])
    expect(isOnShare(join(folder, '台账.bzr'), 'linux', () => { throw new Error('gone') })).toBe(false)
    expect(isOnShare(join(folder, '台账.bzr'))).toBe(false)
    rmSync(folder, { recursive: true })
  })
})
