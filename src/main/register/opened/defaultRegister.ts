import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

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
  const named = env['XDG_DATA_HOME']
  // As the XDG specification has it: one that is empty or relative counts for nothing, and the folder one stands in is nobody's.
  return named !== undefined && isAbsolute(named) ? named : join(homedir(), '.local', 'share')
}
