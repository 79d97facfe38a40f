import { raised } from './raisedDigits'

const tags = /<(\/?)(br|sub|sup|i|b|u|em|strong|font|span|p|a|smp)(?:\s[^<>]{0,200})?\s*\/?>/gi
const entities: Readonly<Record<string, string>> = { '&nbsp;': ' ', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const raisedPart = /<sup(?:\s[^<>]{0,200})?>([^<>]{1,100})<\/sup\s*>/gi
const entity = /&(?:nbsp|amp|lt|gt|quot|#39);/g

/** A text without the tags and entities of web pages: "CO<sub>2</sub>&nbsp;测定" is "CO2 测定", "49.1<sup>1</sup>" is "49.1¹". Other angle brackets stay. */
export function stripMarkup(text: string): string {
  if (!text.includes('<') && !text.includes('&')) return text
  return text.replace(raisedPart, (_, part: string, at: number) => raised(text.slice(0, at), part)).replace(tags, (_, closing: string, name: string) => (closing === '' && /^(?:br|p)$/i.test(name) ? '\n' : '')).replace(entity, (found) => entities[found] ?? found)
}
