import { locale } from '../../../shared/text/language'
/** An instant (epoch milliseconds) as the window prints it: 2022年1月17日 09:30. */
export function instantText(at: number): string {
  return new Date(at).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' })
}
