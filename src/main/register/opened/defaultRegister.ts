import { homedir } from 'node:os'
import { join } from 'node:path'

const folder = 'biaozhi'
const fileName = 'register.bzr'

/** The user's own register, which window and command line share when no other is named; a portable program says where its data lie. */
export function defaultRegisterPath(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const portable = env['BIAOZHI_DATA_FOLDER']
  return portable === undefined ? join(dataFolder(env, platform), folder, fileName) : join(portable, fileName)
}

function dataFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share')
}
