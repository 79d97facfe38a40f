import { locale } from './language'

/** The size of a file as people say it: 12 KB, 3.4 MB. */
export function sizeWords(bytes: number): string {
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${Math.max(1, Math.round(kilobytes)).toLocaleString(locale())} KB` : `${(kilobytes / 1024).toLocaleString(locale(), { maximumFractionDigits: 1 })} MB`
}
