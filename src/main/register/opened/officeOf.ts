import { t } from '../../../shared/text/t'
import type { InfoStore } from '../../store/registerStore'
import type { RegisterSession } from './session'

/** Entry of register_info with the office's name. */
export const officeKey = 'office_name'

/** The office's name as the settings say it; null where they say nothing. */
export async function statedOffice(info: Pick<InfoStore, 'get'>): Promise<string | null> {
  return (await info.get(officeKey)) || null
}

/** The office's name as files print it: as the settings say it, else the city's. */
export async function officeOf({ store, places }: Pick<RegisterSession, 'store' | 'places'>): Promise<string> {
  return (await statedOffice(store.info)) ?? officeOfCity(places.city.name)
}

/** What the office of a city is called where nobody has said it. */
export function officeOfCity(city: string): string {
  return t('report.office', { city })
}
