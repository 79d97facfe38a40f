/** A moment as a clerk writes it: 2022/1/17 16:20. */
export function momentText(at: number): string {
  return new Date(at).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' })
}

/** The last part of a path. */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}
