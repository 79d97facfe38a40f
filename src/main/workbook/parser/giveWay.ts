import { constants, setPriority } from 'node:os'

/**
 * Puts this process behind others that want the processor. While a file is read, somebody goes on working in the window:
 * where processors are few, the page that she asks for comes first.
 */
export function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Where the system refuses, reading goes on as it is.
  }
}
