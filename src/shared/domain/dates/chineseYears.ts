const numerals = '零一二三四五六七八九'
const year = /(?<![一二三四五六七八九零〇○])(?:一九|二[〇零○OＯ0０])[〇零○OＯ0０一二三四五六七八九]{2}(?=年)/gu

/** 二〇二一年末 -> 2021年末; whatever else a title or heading says comes back as it is. */
export function withArabicYears(text: string): string {
  return text.includes('年') ? text.replace(year, (written) => [...written].map((c) => Math.max(0, numerals.indexOf(c))).join('')) : text
}
