/** Texts of charts that leave the window as pictures. */
export const pictureTexts = {
  'picture.save': '存为图片',
  'picture.saveTitle': '图片存到',
  'picture.files': '图片',
  'picture.fileName': '{title}.png',
  'picture.saved': '已存为 {file}',
} as const satisfies Record<string, string>
