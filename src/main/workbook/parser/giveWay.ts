import { constants, setPriority } from 'node:os'

/**
 * Puts this process, on Linux this thread of it, behind others that want the processor. While a file is read and stored, somebody
 * goes on working in the window: where processors are few, the page that she asks for comes first.
 */
export function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Where the system refuses, the work goes on as it is.
  }
}
