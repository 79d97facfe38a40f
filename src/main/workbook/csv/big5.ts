/**
 * Tells Big5 from GB18030 in text that is no UTF-8. Both are two bytes a character. Big5's common characters begin with
 * A4 to C6 and end below 7F as often as above A1; simplified text in GB18030 hardly ever ends below A1, and where it holds
 * traditional characters, many begin below A1, as none does in Big5.
 */
const sampledBytes = 64 * 1024
const fewestPairs = 8

export function looksLikeBig5(bytes: Buffer): boolean {
  let pairs = 0
  let lowTrails = 0
  let commonLeads = 0
  const end = Math.min(bytes.length, sampledBytes) - 1
  for (let at = 0; at < end; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    if (!isBig5Pair(lead, trail)) return false
    pairs++
    if (trail < 0x7f) lowTrails++
    if (lead >= 0xa4 && lead <= 0xc6) commonLeads++
    at++
  }
  return pairs >= fewestPairs && lowTrails > pairs * 0.15 && commonLeads > pairs * 0.7
}

function isBig5Pair(lead: number, trail: number): boolean {
  return lead >= 0xa1 && lead <= 0xf9 && ((trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe))
}
