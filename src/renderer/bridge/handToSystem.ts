import { callBridge } from './bridgeClient'
import { failureText } from './failureText'

/**
 * Opens a file that was written in the program that this computer has for it, or shows it in its folder.
 *
 * @param announce  told what went wrong
 */
export async function handToSystem(name: 'shell.openTable' | 'shell.showInFolder', file: string, announce: (said: { text: string; isFailure: true }) => void): Promise<void> {
  await callBridge(name, { file }).catch((error: unknown) => announce({ text: failureText(error), isFailure: true }))
}
