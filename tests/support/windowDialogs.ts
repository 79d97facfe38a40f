import type { ElectronApplication } from 'playwright-core'

/** Answers the system's dialogs, which no test can see, with a file or folder; null closes them. */
export async function answerDialogs(electron: ElectronApplication, path: string | null): Promise<void> {
  await electron.evaluate(({ dialog }, answer) => {
    dialog.showSaveDialog = async () => ({ canceled: answer === null, filePath: answer ?? '' })
    dialog.showOpenDialog = async () => ({ canceled: answer === null, filePaths: answer === null ? [] : [answer] })
  }, path)
}

/** Files that the program asked the system to open from now on. */
export async function watchOpenedFiles(electron: ElectronApplication): Promise<() => Promise<string[]>> {
  await electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { openedFiles: opened })
    shell.openPath = async (path) => {
      opened.push(path)
      return ''
    }
  })
  return () => electron.evaluate(() => (globalThis as unknown as { openedFiles: string[] }).openedFiles)
}
