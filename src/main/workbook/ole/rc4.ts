/**
 * The stream cipher of Office 97 to 2003. OpenSSL 3 has put it among what it does not load; reading an old file needs no
 * more of it than this. It protects nothing today and nothing is written with it.
 */
export class Rc4 {
  private readonly state = Uint8Array.from({ length: 256 }, (_, index) => index)
  private i = 0
  private j = 0

  constructor(key: Uint8Array) {
    const { state } = this
    for (let i = 0, j = 0; i < 256; i++) {
      j = (j + state[i]! + key[i % key.length]!) & 0xff
      this.swap(i, j)
    }
  }

  /** Enciphers or deciphers in place, from where the last call ended. */
  apply(bytes: Uint8Array): Uint8Array {
    const { state } = this
    for (let at = 0; at < bytes.length; at++) {
      this.i = (this.i + 1) & 0xff
      this.j = (this.j + state[this.i]!) & 0xff
      this.swap(this.i, this.j)
      bytes[at]! ^= state[(state[this.i]! + state[this.j]!) & 0xff]!
    }
    return bytes
  }

  private swap(i: number, j: number): void {
    const { state } = this
    const held = state[i]!
    state[i] = state[j]!
    state[j] = held
  }
}
