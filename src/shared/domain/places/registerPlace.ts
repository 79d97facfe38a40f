/**
 * Why a register should not lie where somebody wants to put it: on a share SQLite's locks do not hold between computers,
 * a program that copies files to a cloud copies half a register, and where nothing can be written there is none.
 */
export const placeWarnings = ['share', 'cloud', 'read_only'] as const
export type PlaceWarning = (typeof placeWarnings)[number]

/** Types of file systems of other computers, as Linux numbers them: NFS, SMB and CIFS, AFS. */
export const remoteFileSystems: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f])

/** Folders that such programs make, as they name them. */
const cloudFolders = /^(?:onedrive(?: - .+)?|dropbox|google ?drive|icloud ?drive|nutstore(?: files)?|我的坚果云|坚果云|baidusync(?:disk)?|百度网盘(?:同步空间)?|百度云同步盘|wps ?云盘|wps ?drive|微云同步助手|weiyun|阿里云盘|adrive|天翼云盘|box sync|syncthing)$/i

/** What a path says by itself. @param path  absolute, of the file or its folder, as the system resolves it */
export function warningOfPath(path: string): PlaceWarning | null {
  if (/^(?:\\\\|\/\/)(?![?.][\\/])/.test(path) || /^\\\\\?\\UNC\\/i.test(path)) return 'share'
  return path.split(/[\\/]/).some((part) => cloudFolders.test(part)) ? 'cloud' : null
}
