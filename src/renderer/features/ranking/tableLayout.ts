export type Part = 'value' | 'growth' | 'share' | 'rank' | 'change' | 'ahead' | 'behind'

const usual: readonly Part[] = ['value', 'growth', 'rank', 'change', 'ahead']
const all: readonly Part[] = ['value', 'growth', 'share', 'rank', 'change', 'ahead', 'behind']

/** Five columns an indicator, seven where the window is wide enough; the panel and the export always have all. */
export function partsFor(isWide: boolean): readonly Part[] {
  return isWide ? all : usual
}

/** Pixels of one indicator in either layout, and of the first column. */
export const indicatorWidth = { usual: 206, all: 304 }
export const regionWidth = 66
