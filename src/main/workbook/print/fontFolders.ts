import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { extname, join } from 'node:path'
import { readFaces, type FontFace } from './fontFace'

/** Where a system keeps its fonts, those of the person before those of everybody. */
export function fontFolders(platform = process.platform, environment = process.env): string[] {
  if (platform === 'win32') {
    const local = environment['LOCALAPPDATA']
    return [...(local === undefined ? [] : [join(local, 'Microsoft', 'Windows', 'Fonts')]), join(environment['WINDIR'] ?? 'C:\\Windows', 'Fonts')]
  }
  const home = homedir()
  return [join(environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'fonts'), join(home, '.fonts'), '/usr/local/share/fonts', '/usr/share/fonts']
}

const endings = new Set(['.ttf', '.ttc', '.otf', '.otc'])

/** Every face in these folders and below them, in the order of the folders. */
export async function findFaces(folders: readonly string[]): Promise<FontFace[]> {
  const faces: FontFace[] = []
  for (const folder of folders) {
    for (const file of await fontFiles(folder)) faces.push(...await readFaces(file))
  }
  return faces
}

async function fontFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => !entry.isDirectory() && endings.has(extname(entry.name).toLowerCase())).map((entry) => join(entry.parentPath, entry.name)).toSorted()
}
