import { listed } from '../../../shared/text/t'
/** A value before or after a change, on one line: several are divided, none is a dash. */
export function printChanged(text: string): string {
  return text === '' ? '—' : listed(text.split('\n'))
}
