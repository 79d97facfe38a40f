import { z } from 'zod'
import type { InfoStore } from '../../store/registerStore'
import { bindingsSchema, fingerprintSchema, type Bindings, type Fingerprint } from '../../../shared/domain/filling/bindings'
import { differencesOf, spoken, type TemplateDifference } from './fingerprint'

/** Bindings that were used, beside the template they were made for. */
export interface KeptTemplate { template: Fingerprint; bindings: Bindings }

const keptSchema = z.array(z.object({ template: fingerprintSchema, bindings: bindingsSchema }))
const infoKey = 'fill_templates'
/** A bureau knows some dozen forms; the oldest go first. */
const mostKept = 100

export async function readKept(info: Pick<InfoStore, 'get'>): Promise<KeptTemplate[]> {
  const text = await info.get(infoKey)
  if (text === null) return []
  try {
    const kept = keptSchema.safeParse(JSON.parse(text))
    return kept.success ? kept.data : []
  } catch {
    return [] // a setting that cannot be read is as good as none: the clerk binds the form once more
  }
}

/**
 * The kept template that differs least from this one, its bindings on this one's sheets. Sheets must stand in the same order
 * under the same words; another year in them is none of their words.
 */
export function nearest(kept: readonly KeptTemplate[], sheets: readonly string[], fingerprintFor: (bindings: Bindings) => Fingerprint | null): FoundTemplate | null {
  let best: FoundTemplate | null = null
  for (const known of kept) {
    if (!haveSameWords(known.template.sheets, sheets)) continue
    const template = onSheets(known, sheets)
    const now = fingerprintFor(template.bindings)
    if (now === null) continue
    const differences = differencesOf(template.template, now)
    if (best === null || differences.length < best.differences.length) best = { ...template, differences }
  }
  return best
}

export interface FoundTemplate extends KeptTemplate { differences: readonly TemplateDifference[] }

function haveSameWords(before: readonly string[], now: readonly string[]): boolean {
  return before.length === now.length && before.every((sheet, at) => spoken(sheet) === spoken(now[at]))
}

function onSheets({ template, bindings }: KeptTemplate, sheets: readonly string[]): KeptTemplate {
  const names = new Map(template.sheets.map((before, at) => [before, sheets[at] ?? before]))
  const named = <T extends { sheet?: string | undefined }>(binding: T): T => (binding.sheet === undefined ? binding : { ...binding, sheet: names.get(binding.sheet) ?? binding.sheet })
  return {
    template: { sheets: [...sheets], words: Object.fromEntries(Object.entries(template.words).map(([sheet, words]) => [names.get(sheet) ?? sheet, words])) },
    bindings: { cells: bindings.cells.map(named), blocks: bindings.blocks.map(named), lists: bindings.lists.map(named) },
  }
}

/** Entries of register_info with these bindings kept; they take the place of those of the same form. */
export async function keptWith(info: Pick<InfoStore, 'get'>, kept: KeptTemplate): Promise<Record<string, string>> {
  const others = (await readKept(info)).filter(({ template }) => differencesOf(template, kept.template).length > 0)
  return { [infoKey]: JSON.stringify([kept, ...others].slice(0, mostKept)) }
}

/** Keeps bindings where nobody else writes. */
export async function keepTemplate(info: InfoStore, kept: KeptTemplate): Promise<void> {
  for (const [key, value] of Object.entries(await keptWith(info, kept))) await info.set(key, value)
}
