import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chineseFace, madeFont } from './madeFont'

/**
 * Puts fonts made for tests where a person's own ones lie, with XDG_DATA_HOME at `home`: a form is printed with them, and
 * in a moment, whatever fonts the computer has. On Windows the system's own print instead.
 */
export function installOwnFonts(home: string): { XDG_DATA_HOME: string } {
  const folder = join(home, 'fonts')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'song.ttf'), madeFont(chineseFace('SimSun', { otherFamily: '宋体' })))
  writeFileSync(join(folder, 'hei.ttf'), madeFont(chineseFace('SimHei', { otherFamily: '黑体' })))
  return { XDG_DATA_HOME: home }
}
