import { locale } from '../../../shared/text/language'

/** A moment (epoch milliseconds) of the last weeks, whose year everybody knows: 1月17日 09:30. */
export function lateMomentText(at: number): string {
  return new Date(at).toLocaleString(locale(), { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' })
}
