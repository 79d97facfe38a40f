import type { Spoken } from '../paper'
import type * as zh from '../zh/pictureTexts'

export const pictureTexts = {
  'picture.copy': 'Copy as picture',
  'picture.copied': 'Picture copied; paste it into a document or a slide',
  'picture.save': 'Save as picture',
  'picture.saveTitle': 'Save the picture to',
  'picture.files': 'Pictures',
  'picture.fileName': '{title}.png',
  'picture.saved': 'Saved as {file}',
} as const satisfies Spoken<typeof zh.pictureTexts>
