import type { Language } from '../domain/language'

let chosen: () => Language = () => 'zh-CN'

/** The language in which texts are told at this moment. */
export function language(): Language {
  return chosen()
}

/**
 * Says which language the texts of this process are told in from now on. A window and the main process have one; the
 * register process has that of the question it answers, and Chinese for whatever is written down.
 */
export function speak(as: Language | (() => Language)): void {
  chosen = typeof as === 'function' ? as : () => as
}

/** Tells something in Chinese whatever language is spoken: names of files, and what goes into them from the window. */
export function inChinese<T>(tell: () => T): T {
  const before = chosen
  chosen = () => 'zh-CN'
  try {
    return tell()
  } finally {
    chosen = before
  }
}

/** How numbers, days and times are written for people (a BCP 47 tag for Intl). */
export function locale(): 'zh-CN' | 'en-GB' {
  return language() === 'en' ? 'en-GB' : 'zh-CN'
}
