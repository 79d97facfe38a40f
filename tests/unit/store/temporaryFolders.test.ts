import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { dropFolder, handedOutFolder, removeStaleFolders, temporaryFolder } from '../../../src/main/store/temporaryFolders'

const yesterday = Date.now() / 1_000 - 90_000

/** A folder as a program left it that was killed yesterday, with a file in it. */
function leftBy(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), name))
  writeFileSync(join(folder, '清单.xlsx'), 'rows')
  utimesSync(folder, yesterday, yesterday)
  return folder
}

describe('temporary folders', () => {
  it('are refused in words where the system has no place for them', () => {
    vi.stubEnv('TMPDIR', '/没有这个地方')
    vi.stubEnv('TEMP', '/没有这个地方')
    try {
      expect(() => temporaryFolder('rows')).toThrow(expect.objectContaining({ failure: expect.objectContaining({ code: 'file_not_writable', details: { what: 'temporary', path: '/没有这个地方' } }) as object }) as Error)
    } finally {
      vi.unstubAllEnvs()
    }
  })

  it('of yesterday go, whoever left them; those in use, of today and of others stay', () => {
    const [original, archive] = [leftBy('biaozhi-original-'), leftBy('biaozhi-archive-')]
    const [inUse, ofToday, handedOut, ofOthers] = [temporaryFolder('rows'), mkdtempSync(join(tmpdir(), 'biaozhi-return-')), handedOutFolder(), leftBy('biaozhi-demo-')]
    for (const folder of [inUse, handedOut]) utimesSync(folder, yesterday, yesterday)
    removeStaleFolders()
    expect([original, archive, handedOut].filter((folder) => existsSync(folder))).toEqual([])
    expect([inUse, ofToday, ofOthers].every((folder) => existsSync(folder))).toBe(true)
    dropFolder(inUse)
    expect(existsSync(inUse)).toBe(false)
    for (const folder of [ofToday, ofOthers]) rmSync(folder, { recursive: true })
  })
})
