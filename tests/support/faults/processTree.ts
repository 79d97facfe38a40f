import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** What Linux tells of a program and of all processes that it started. */
export interface ProcessTree {
  pids: readonly number[]
  /** Their arguments, one text a process. */
  commandLines: readonly string[]
  /** Files that any of them has open. */
  openFiles: ReadonlySet<string>
  /** Inodes of sockets on which one of them waits for others: TCP that listens, UDP that is bound. */
  listeners: readonly string[]
}

export function processTree(root: number): ProcessTree {
  const pids = [root, ...descendants(root)]
  const openFiles = new Set(pids.flatMap(filesOf))
  return {
    pids, openFiles,
    commandLines: pids.map((pid) => textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')),
    listeners: listening().filter((inode) => openFiles.has(`socket:[${inode}]`)),
  }
}

function descendants(pid: number): number[] {
  const children = namesIn(`/proc/${pid}/task`).flatMap((task) => textOf(`/proc/${pid}/task/${task}/children`).trim().split(' ')).filter((child) => child !== '').map(Number)
  return children.flatMap((child) => [child, ...descendants(child)])
}

function filesOf(pid: number): string[] {
  return namesIn(`/proc/${pid}/fd`).flatMap((descriptor) => {
    try {
      return [readlinkSync(`/proc/${pid}/fd/${descriptor}`)]
    } catch {
      return []
    }
  })
}

const tcpListens = '0A'

function listening(): string[] {
  const rows = (table: string): string[][] => textOf(`/proc/net/${table}`).trim().split('\n').slice(1).map((line) => line.trim().split(/\s+/u))
  const tcp = ['tcp', 'tcp6'].flatMap(rows).filter((row) => row[3] === tcpListens)
  return [...tcp, ...['udp', 'udp6'].flatMap(rows)].flatMap((row) => row[9] ?? [])
}

/** Processes come and go while one looks. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
