import type { DueItem } from '../../../shared/bridge/reminders'
import { succeed, type Result } from '../../../shared/domain/result'
import { t, textOf } from '../../../shared/text/t'
import { writeList } from '../../workbook/write/list/listWriter'

/** Writes what falls due as a list. @returns file_not_writable, disk_full */
export async function writeDueItems(file: string, items: readonly DueItem[], creator: string, at: number): Promise<Result<{ rows: number }>> {
  const written = await writeList(file, {
    sheetName: t('due.title'), footer: t('export.footer', { name: t('due.title') }), creator, createdAt: at,
    columns: [
      { header: t('due.day'), kind: 'date', width: 12 }, { header: t('due.what'), kind: 'text', width: 16 }, { header: t('due.district'), kind: 'text', width: 14 },
      { header: t('due.key'), kind: 'text', width: 22 }, { header: t('due.name'), kind: 'text', width: 40 }, { header: t('due.about'), kind: 'text', width: 34 },
    ],
    rows: [items.map(({ day, kind, districts, key, title, about }) => [day, textOf(`due.kind.${kind}`), districts.join('、'), key, title, about])],
  })
  return written.ok ? succeed({ rows: written.value.rows }) : written
}
