import type { Failure } from '../domain/result'
import { hasText, t, textOf } from './t'

/** A failure in plain words, with the place in front: “工作表“崂山” 第 17 行 F 列：…”. */
export function messageOf(failure: Failure): string {
  const what = failure.details?.['what']
  const special = `error.${failure.code}.${typeof what === 'string' ? what : ''}`
  const text = textOf(hasText(special) ? special : `error.${failure.code}`, { ...failure.at, ...failure.details })
  const place = placeOf(failure)
  return place ? `${place}${t('punctuation.colon')}${text}` : text
}

function placeOf({ at }: Failure): string {
  const { file, sheet, row, column } = at ?? {}
  const parts = [
    file === undefined ? '' : t('cli.place.file', { file }),
    sheet ? t('cli.place.sheet', { sheet }) : '',
    row === undefined ? '' : t('cli.place.row', { row }),
    column === undefined ? '' : t('cli.place.column', { column }),
  ]
  return parts.filter((part) => part !== '').join(' ')
}
