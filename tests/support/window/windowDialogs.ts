import type { ElectronApplication, Page } from 'playwright-core'

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

/** Lets files go over a part of the window, as the system does when they are dragged there. */
export async function dropFiles(window: Page, selector: string, files: string[]): Promise<void> {
  await window.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.id = 'dropped'
    input.hidden = true
    document.body.append(input)
  })
  await window.locator('#dropped').setInputFiles(files)
  await window.evaluate((target) => {
    const input = document.querySelector<HTMLInputElement>('#dropped')
    const dataTransfer = new DataTransfer()
    for (const file of input?.files ?? []) dataTransfer.items.add(file)
    const part = document.querySelector(target)
    part?.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }))
    part?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    input?.remove()
  }, selector)
}
