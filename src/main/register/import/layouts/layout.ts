import { z } from 'zod'
import { importKinds } from '../../../../shared/domain/catalogue/headings'

export const taughtAnswer = z.object({
  code: z.string(),
  field: z.string(),
  /** Cell that it answers; null answers every cell of that cause. */
  value: z.string().nullable(),
  answer: z.union([z.object({ choice: z.int().nonnegative() }), z.object({ text: z.string() }), z.null()]),
})

/** An answer that is to be given again where the same sender's file asks the same. */
export type TaughtAnswer = z.output<typeof taughtAnswer>

const layoutSchema = z.object({
  id: z.string(),
  /** File that it was learnt from, and the words by which files of the same sender are known. */
  fileName: z.string(),
  sender: z.string(),
  sheet: z.string().nullable(),
  kind: z.enum(importKinds),
  /** Rows of the header, counted from its last. */
  depth: z.int().positive(),
  /** In the order of the sheet; a null field is not imported. */
  columns: z.array(z.object({ heading: z.string(), field: z.string().nullable() })),
  /** Code of the reporter's district, where the clerk set it. */
  district: z.string().nullable(),
  answers: z.array(taughtAnswer),
  /** Epoch milliseconds. */
  at: z.number(),
  operator: z.string(),
})

/** How a sender's sheet is read: what the clerk said about it once, for the files that come after. */
export type Layout = z.output<typeof layoutSchema>

/** Setting with the ids of the remembered layouts, newest first; each has a setting of its own. */
export const layoutsKey = 'import_layouts'
const layoutKey = (id: string): string => `import_layout.${id}`

/** More than a city's senders; the oldest go first. */
const mostLayouts = 400

export interface LayoutSource { get(key: string): Promise<string | null> }

/** The remembered layouts, newest first; one that cannot be read is none. */
export async function readLayouts(info: LayoutSource): Promise<Layout[]> {
  const ids = idsIn(await info.get(layoutsKey))
  const stored = await Promise.all(ids.map((id) => info.get(layoutKey(id))))
  return stored.flatMap((json) => parseLayout(json) ?? [])
}

function idsIn(stored: string | null): string[] {
  return (stored ?? '').split(',').filter((id) => id !== '')
}

/** A layout as its setting keeps it; null where there is none. */
export function parseLayout(json: string | null): Layout | null {
  if (json === null || json === '') return null
  try {
    return layoutSchema.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}

/** Whether a setting holds a layout, or the list of them. */
export function isLayoutSetting(key: string): boolean {
  return key === layoutsKey || key.startsWith(layoutKey(''))
}

/** The settings that put these layouts before the known ones; those that no longer have room are emptied. */
export function settingsWith(known: readonly Layout[], added: readonly Layout[]): Record<string, string> {
  const ids = [...new Set([...added, ...known].map(({ id }) => id))]
  return {
    [layoutsKey]: ids.slice(0, mostLayouts).join(','),
    ...Object.fromEntries(added.map((layout) => [layoutKey(layout.id), JSON.stringify(layout)])),
    ...Object.fromEntries(ids.slice(mostLayouts).map((id) => [layoutKey(id), ''])),
  }
}

/** The settings in which a layout is forgotten. */
export function settingsWithout(known: readonly Layout[], id: string): Record<string, string> {
  return { [layoutsKey]: known.map((layout) => layout.id).filter((other) => other !== id).join(','), [layoutKey(id)]: '' }
}

/** What is left of a file name when dates, versions and numbers are taken out of it: files of one sender agree in it. */
export function senderOf(fileName: string): string {
  return fileName.normalize('NFKC').replace(/\.[^.]{1,5}$/u, '').replace(/[(（【[][^)）】\]]*[)）】\]]/gu, '').replace(/第?[一二三四]季度|上半年|下半年|定稿|终稿|修改|最终|[年月日版\d\s_\-—.,、~至]/gu, '').toLowerCase()
}
