/** Texts of the window, by screen. */
export const windowTexts = {
  'app.name': '标知台账',
} as const
