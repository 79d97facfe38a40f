/** Languages that the program speaks. Chinese comes first: what another one does not have is said in it. */
export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

export function isLanguage(text: unknown): text is Language {
  return languages.some((known) => known === text)
}
