const numerals = '零一二三四五六七八九'
const year = /(?<![一二三四五六七八九零〇○])(?:一九|二[〇零○OＯ0０])[〇零○OＯ0０一二三四五六七八九]{2}(?=年)/gu

/** A title or heading under compatibility folding (NFKC), its years in digits: 二〇二一年末 -> 2021年末. */
export function withArabicYears(written: string): string {
  const text = written.normalize('NFKC')
  return text.includes('年') ? text.replace(year, (found) => [...found].map((c) => Math.max(0, numerals.indexOf(c))).join('')) : text
}
