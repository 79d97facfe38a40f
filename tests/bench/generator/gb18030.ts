/** Encodes text in GB18030, which the platform only decodes: the two-byte part of the table read backwards. */
export function createGb18030Encoder(): (text: string) => Uint8Array {
  const codes = twoByteCodes()
  return (text) => {
    const bytes = Buffer.allocUnsafe(text.length * 2)
    let length = 0
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit < 0x80) {
        bytes[length++] = unit
        continue
      }
      const code = codes[unit] ?? 0
      if (code === 0) throw new RangeError(`no two-byte code for ${text.charAt(at)}`)
      bytes[length++] = code >> 8
      bytes[length++] = code & 0xff
    }
    return bytes.subarray(0, length)
  }
}

function twoByteCodes(): Uint16Array {
  const codes = new Uint16Array(0x10000)
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const text = decoder.decode(Uint8Array.of(lead, trail))
      if (text.length === 1 && text !== '\ufffd') codes[text.charCodeAt(0)] = lead << 8 | trail
    }
  }
  return codes
}
