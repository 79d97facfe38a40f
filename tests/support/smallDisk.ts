import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system of its own that can be filled to the last byte and emptied again. */
export interface SmallDisk extends Disposable {
  folder: string
  /** Leaves so many bytes free. */
  fill(free: number): void
  empty(): void
  /** From now on it can only be read, like a disc or a locked stick. */
  protect(): void
  /** Takes that back, as whoever may write sees it. */
  release(): void
}

const folderToTry = (): string => mkdtempSync(join(tmpdir(), 'disk-'))

function mount(folder: string, bytes: number): boolean {
  return process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]).status === 0
}

function remount(folder: string, how: 'ro' | 'rw'): void {
  if (spawnSync('mount', ['-o', `remount,${how}`, folder]).status !== 0) throw new Error('something on the disk is open for writing')
}

function unmount(folder: string): void {
  spawnSync('umount', ['-l', folder])
  rmSync(folder, { recursive: true, force: true })
}

/** Whether this computer lets a test have one: tests that need one are skipped by name where not. */
export const hasSmallDisks = ((): boolean => {
  const folder = folderToTry()
  const isMounted = mount(folder, 1_000_000)
  unmount(folder)
  return isMounted
})()

/** @param folder  where it lies; what was in there is out of sight */
export function smallDisk(bytes: number, folder = folderToTry()): SmallDisk {
  if (!mount(folder, bytes)) throw new Error('no file system of its own')
  const filler = join(folder, 'filler')
  return {
    folder,
    fill(free) {
      const { bavail, bsize } = statfsSync(folder)
      const handle = openSync(filler, 'w')
      try {
        for (let left = bavail * bsize - free; left > 0; left -= 1 << 20) writeSync(handle, Buffer.alloc(Math.min(left, 1 << 20), 1))
      } finally {
        closeSync(handle)
      }
    },
    empty: () => rmSync(filler, { force: true }),
    protect: () => remount(folder, 'ro'),
    release: () => remount(folder, 'rw'),
    [Symbol.dispose]: () => unmount(folder),
  }
}
