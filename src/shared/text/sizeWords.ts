/** The size of a file as people say it: 12 KB, 3.4 MB. */
export function sizeWords(bytes: number): string {
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${Math.max(1, Math.round(kilobytes)).toLocaleString('zh-CN')} KB` : `${(kilobytes / 1024).toLocaleString('zh-CN', { maximumFractionDigits: 1 })} MB`
}
