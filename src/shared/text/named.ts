import { catalogueNames } from './en/names'
import { language } from './language'

/**
 * A name of the domain's catalogues (field, choice, indicator, form, rule, unit of measure) in the language spoken. The
 * catalogues themselves are Chinese, because files are read and written by them; a word they do not have is data and
 * comes back as it is.
 */
export function named(word: string): string {
  return language() === 'zh-CN' ? word : (catalogueNames.get(word) ?? word)
}
