/**
 * Office Open XML writes characters that XML cannot hold as `_xHHHH_` (ISO/IEC 29500-1, ST_Xstring); an underscore
 * that only looks like the beginning of such an escape is itself escaped as `_x005F_`.
 */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
}
