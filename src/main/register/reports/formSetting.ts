import { statedOffice } from '../opened/officeOf'
import type { RegisterSession } from '../opened/session'
import type { FormSetting } from './prepareReport'

/** What filling forms needs of an open register, with its figures as they are now. */
export async function formSettingOf({ columns, store, places }: Pick<RegisterSession, 'columns' | 'store' | 'places'>): Promise<FormSetting> {
  return { columns: await columns.current(), records: store.records, districts: places.resolver, office: await statedOffice(store.info) }
}
