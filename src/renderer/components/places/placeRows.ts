import { t } from '../../../shared/text/t'

/** A district or zone of the city as it is edited. */
export interface DistrictRow { code: string; name: string; aliases: string[] }
export interface ZoneRow { name: string; host: string; ownRow: boolean; aliases: string[] }

export interface PlaceRows { districts: DistrictRow[]; zones: ZoneRow[] }

/** What is wrong with a list, by the place of the field (`districts.3.code`); empty when it can be kept. */
export function placeFaults({ districts, zones }: PlaceRows): Map<string, string> {
  const faults = new Map<string, string>()
  const names = new Set<string>()
  const codes = new Set<string>()
  const claim = (field: string, spoken: readonly string[]): void => {
    for (const name of spoken) {
      if (names.has(name)) faults.set(field, t('settings.sameName', { name }))
      names.add(name)
    }
  }
  districts.forEach(({ code, name, aliases }, row) => {
    if (!/^\d{6}$/.test(code)) faults.set(`districts.${row}.code`, t('settings.badCode'))
    else if (codes.has(code)) faults.set(`districts.${row}.code`, t('settings.sameCode'))
    codes.add(code)
    if (name.trim() === '') faults.set(`districts.${row}.name`, t('settings.badName'))
    else claim(`districts.${row}.name`, [name])
    claim(`districts.${row}.aliases`, aliases)
  })
  zones.forEach(({ name, host, aliases }, row) => {
    if (name.trim() === '') faults.set(`zones.${row}.name`, t('settings.badName'))
    else claim(`zones.${row}.name`, [name])
    claim(`zones.${row}.aliases`, aliases)
    if (!codes.has(host)) faults.set(`zones.${row}.host`, t('settings.zoneWithoutHost'))
  })
  return faults
}

/** Names separated by 、 or other commas, as they are typed. */
export function splitNames(text: string): string[] {
  return [...new Set(text.split(/[、，,；;\n]/).map((name) => name.trim()).filter((name) => name !== ''))]
}

export function joinNames(names: readonly string[]): string {
  return names.join('、')
}

export function inCodeOrder(rows: PlaceRows): PlaceRows {
  return { ...rows, districts: rows.districts.toSorted((a, b) => (a.code < b.code ? -1 : 1)) }
}
