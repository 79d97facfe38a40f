import { z } from 'zod'
import type { InfoStore } from '../../store/registerStore'
import { bindingsSchema, fingerprintSchema, type Bindings, type Fingerprint } from './bindings'
import { differencesOf } from './fingerprint'

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

/** The kept template with the same sheets that differs least from this one. */
export function nearest(kept: readonly KeptTemplate[], fingerprintFor: (bindings: Bindings) => Fingerprint | null): KeptTemplate | null {
  let best: { template: KeptTemplate; differences: number } | null = null
  for (const template of kept) {
    const now = fingerprintFor(template.bindings)
    if (now === null || now.sheets.join('\n') !== template.template.sheets.join('\n')) continue
    const differences = differencesOf(template.template, now).length
    if (best === null || differences < best.differences) best = { template, differences }
  }
  return best?.template ?? null
}

/** Keeps bindings; they take the place of those of the same form. */
export async function keepTemplate(info: InfoStore, kept: KeptTemplate): Promise<void> {
  const others = (await readKept(info)).filter(({ template }) => differencesOf(template, kept.template).length > 0)
  await info.set(infoKey, JSON.stringify([kept, ...others].slice(0, mostKept)))
}
