/**
 * The families that stand for each face an office prints with, best first: the face itself under its names, then those
 * of the same drawing on other systems. The first `own` names are the face itself; any other is told as a replacement.
 */
export const printFamilies = {
  宋体: { own: ['宋体', 'SimSun'], alike: ['新宋体', 'NSimSun', '方正书宋_GBK', '华文宋体', 'STSong', 'Noto Serif CJK SC', 'Noto Serif SC', '思源宋体', '思源宋体 CN', 'Source Han Serif SC', 'Source Han Serif CN', 'FandolSong', 'AR PL UMing CN'] },
  黑体: { own: ['黑体', 'SimHei'], alike: ['方正黑体_GBK', '华文黑体', 'STHeiti', 'Noto Sans CJK SC', 'Noto Sans SC', '思源黑体', '思源黑体 CN', 'Source Han Sans SC', 'Source Han Sans CN', '微软雅黑', 'Microsoft YaHei', '文泉驿正黑', 'WenQuanYi Zen Hei', '文泉驿微米黑', 'WenQuanYi Micro Hei', 'FandolHei', 'Droid Sans Fallback'] },
  仿宋: { own: ['仿宋', 'FangSong', '仿宋_GB2312', 'FangSong_GB2312'], alike: ['方正仿宋_GBK', '华文仿宋', 'STFangsong', 'FandolFang R'] },
  楷体: { own: ['楷体', 'KaiTi', '楷体_GB2312', 'KaiTi_GB2312'], alike: ['方正楷体_GBK', '华文楷体', 'STKaiti', 'FandolKai', 'AR PL UKai CN'] },
  小标宋: { own: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05', '小标宋'], alike: ['华文中宋', 'STZhongsong'] },
} as const satisfies Record<string, { own: readonly string[]; alike: readonly string[] }>

export type PrintFamily = keyof typeof printFamilies

/** The family of a face, by its own name or any other that it bears; null for a face that no form asks for. */
export function printFamilyOf(name: string): PrintFamily | null {
  if (isPrintFamily(name)) return name
  const found = Object.entries(printFamilies).find(([, { own }]) => own.some((alias) => alias === name))?.[0]
  return found !== undefined && isPrintFamily(found) ? found : null
}

function isPrintFamily(name: string): name is PrintFamily {
  return Object.hasOwn(printFamilies, name)
}
