import type { ErrorCode } from '../domain/errorCodes'
import type { Failure } from '../domain/result'
import { hasText, t, textOf } from './t'

/** A failure in plain words, with the place in front: “工作表“崂山” 第 17 行 F 列：…”. */
export function messageOf(failure: Failure): string {
  const text = sentenceOf(failure.code, { ...failure.at, ...failure.details })
  const place = placeOf(failure)
  return place ? `${place}${t('punctuation.colon')}${text}` : text
}

/** The sentence of a code alone, or the one for what its details say it is about. */
export function sentenceOf(code: ErrorCode, details: Readonly<Record<string, unknown>> = {}): string {
  const { what } = details
  const special = `error.${code}.${typeof what === 'string' ? what : ''}`
  return textOf(hasText(special) ? special : `error.${code}`, details)
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
