import { t } from './t'

/** What the fonts of a computer could not do for a PDF. */
export interface FontShortage {
  replacedFonts: readonly { asked: string; used: string }[]
  missingCharacters: string
}

/** Says which fonts stood in for which, and which characters no font has; nothing where all was there. */
export function fontTexts({ replacedFonts, missingCharacters }: FontShortage): string[] {
  return [
    ...replacedFonts.map((font) => t('print.replacedFont', font)),
    ...(missingCharacters === '' ? [] : [t('print.missingCharacters', { characters: missingCharacters })]),
  ]
}
