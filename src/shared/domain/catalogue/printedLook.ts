/** Paper that a form is laid out for, landscape. */
export const papers = ['A4', 'A3'] as const
export type Paper = (typeof papers)[number]

/** plain: 黑体 and 宋体, as statistical tables are printed · official: 小标宋, 黑体, 楷体 and 仿宋, as official documents are. */
export const letterings = ['plain', 'official'] as const
export type Lettering = (typeof letterings)[number]
