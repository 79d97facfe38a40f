/** What stands between words and sentences that are put together. */
export const punctuationTexts = {
  'punctuation.list': '、',
  'punctuation.clause': '，',
  'punctuation.part': '；',
  'punctuation.sentence': '。',
  'punctuation.colon': '：',
} as const
