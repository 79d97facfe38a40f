import { language } from './language'
import { textOf } from './t'
import { zhCN, type TextKey } from './zh-CN'

/**
 * A sentence that was told and kept in Chinese, in the language spoken now: what filled its holes is read back from it.
 * One that was not made from this text (by an earlier version, say) comes back as it is.
 */
export function retell(key: TextKey, told: string): string {
  if (language() === 'zh-CN') return told
  const parts = zhCN[key].split(/(“?\{\w+\}”?)/u)
  const pattern = parts.map((part) => (isHole(part) ? '(.*?)' : part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))).join('')
  const found = new RegExp(`^${pattern}$`, 'su').exec(told)
  if (found === null) return told
  const names = parts.filter(isHole).map((hole) => hole.replaceAll(/[“{}”]/gu, ''))
  return textOf(key, Object.fromEntries(names.map((name, at) => [name, (found[at + 1] ?? '').replaceAll(/^“|”$/gu, '')])))
}

function isHole(part: string): boolean {
  return /^“?\{\w+\}”?$/u.test(part)
}
