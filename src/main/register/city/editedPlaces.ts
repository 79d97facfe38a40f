import { z } from 'zod'
import type { DistrictData } from '../../../shared/domain/places/districtData'

const editedPlaces = z.object({
  districts: z.array(z.object({ code: z.string(), name: z.string(), aliases: z.array(z.string()) })).min(1),
  zones: z.array(z.object({ name: z.string(), host: z.string(), ownRow: z.boolean(), aliases: z.array(z.string()) })),
})

/** The clerk's own list of districts and zones, as register_info keeps it (JSON). */
export type EditedPlaces = z.output<typeof editedPlaces>

/** Null when the register has none, or one that this program cannot read: then the proposed list holds. */
export function parseEdits(json: string | null): EditedPlaces | null {
  if (json === null || json === '') return null
  try {
    return editedPlaces.parse(JSON.parse(json))
  } catch {
    return null
  }
}

/**
 * The proposed divisions with the clerk's list in their place. Names that went out of use keep their last month: the
 * clerk edits which names there are, not until when they held.
 */
export function applyEdits(proposed: DistrictData, edits: EditedPlaces): DistrictData {
  const codes = new Set(edits.districts.map(({ code }) => code))
  const until = new Map(proposed.aliases.map((alias) => [`${alias.code} ${alias.name}`, alias.until]))
  const listed = edits.districts.flatMap(({ code, aliases }) => aliases.map((name) => aliasOf(name, code, until.get(`${code} ${name}`))))
  const elsewhere = proposed.aliases.filter(({ code }) => !isDistrictOf(proposed, code))
  return {
    ...proposed,
    regions: [
      ...proposed.regions.filter(({ code }) => !isDistrictOf(proposed, code)),
      ...edits.districts.map(({ code, name }) => ({ code, name, level: 'district' as const, parent: proposed.cityCode })),
    ],
    aliases: [...listed, ...elsewhere],
    zones: edits.zones.filter(({ host }) => codes.has(host)),
    ambiguous: proposed.ambiguous.map(({ name, candidates }) => ({ name, candidates: candidates.filter((code) => codes.has(code)) })),
  }
}

function aliasOf(name: string, code: string, until: string | undefined) {
  return until === undefined ? { name, code } : { name, code, until }
}

function isDistrictOf(data: DistrictData, code: string): boolean {
  return data.regions.some((region) => region.code === code && region.parent === data.cityCode)
}
