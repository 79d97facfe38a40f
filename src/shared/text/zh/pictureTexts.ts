/** Texts of charts that leave the window as pictures. */
export const pictureTexts = {
  'picture.copy': '复制图片',
  'picture.copied': '图片已复制，可粘贴到文档和幻灯片',
  'picture.save': '存为图片',
  'picture.saveTitle': '图片存到',
  'picture.files': '图片',
  'picture.fileName': '{title}.png',
  'picture.saved': '已存为 {file}',
} as const satisfies Record<string, string>
