import * as electron from 'electron'

/**
 * Puts a PNG on the clipboard in the way of the Electron that runs: from 45 on as an item of its type, before as an image. A
 * named import of what an older one does not export would keep the program from starting.
 */
export async function writePicture(png: Buffer): Promise<void> {
  const { clipboard, nativeImage } = electron
  if ('writeImage' in clipboard && typeof clipboard.writeImage === 'function') {
    Reflect.apply(clipboard.writeImage, clipboard, [nativeImage.createFromBuffer(png)])
    return
  }
  await clipboard.write([new electron.ClipboardItem({ 'image/png': new Blob([Uint8Array.from(png)], { type: 'image/png' }) })])
}
