import { t } from '../../../shared/text/t'
import { readable } from '../form/PathField'

/** What became of a damaged register, and where the list of what is missing lies. */
export function salvagedText({ records, lost, list }: { records: number; lost: number; list: string | null }): string {
  return list === null ? t('salvage.finished', { records, lost }) : t('salvage.finishedList', { records, lost, list: readable(list) })
}
