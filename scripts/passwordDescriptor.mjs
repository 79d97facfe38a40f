// `--password-fd 3` through npm: npm marks every descriptor above 2 as not inherited, so the program it starts
// does not see it. On Linux it is still open in npm itself and can be opened from there.
import { fstatSync, openSync, readFileSync } from 'node:fs'

/** The arguments with the descriptor's number replaced by one that is open in this process. */
export function withReachablePassword(args) {
  const at = args.indexOf('--password-fd')
  const given = Number(args[at + 1])
  if (at < 0 || !(given > 2) || process.platform !== 'linux') return args
  const opened = openedFromNpm(given)
  return opened === null ? args : args.with(at + 1, String(opened))
}

/** The number after `--password-fd`, for a program that has to be handed it. */
export function passwordDescriptor(args) {
  const given = Number(args[args.indexOf('--password-fd') + 1])
  return args.includes('--password-fd') && given > 2 ? given : null
}

function openedFromNpm(descriptor) {
  try {
    const parent = String(process.ppid)
    const npm = isNpm(parent) ? parent : parentOf(parent)
    if (!isNpm(npm)) return null
    const opened = openSync(`/proc/${npm}/fd/${descriptor}`, 'r')
    const kind = fstatSync(opened)
    return kind.isFIFO() || kind.isFile() ? opened : null
  } catch {
    return null
  }
}

function isNpm(pid) {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('npm ')
}

function parentOf(pid) {
  return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0'
}
