const lineFeed = 0x0a

/** Puts the chunks of a pipe together to lines. JSON never holds a raw line feed, so a line is a message. */
export class LineSplitter {
  private pending: Buffer[] = []
  private pendingBytes = 0

  /** @param mostBytes  of a line: of a longer one no more is kept */
  constructor(private readonly mostBytes = Infinity) {}

  /** Whether a line has come that is longer than one may be; nothing is to be read any more. */
  get isTooLong(): boolean {
    return this.pendingBytes > this.mostBytes
  }

  push(chunk: Buffer): string[] {
    const lines: string[] = []
    if (this.isTooLong) return lines
    let from = 0
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      this.pending.push(chunk.subarray(from, end))
      lines.push((this.pending.length === 1 ? this.pending[0]! : Buffer.concat(this.pending)).toString('utf8'))
      this.pending = []
      this.pendingBytes = 0
      from = end + 1
    }
    if (from < chunk.length) this.pending.push(chunk.subarray(from))
    this.pendingBytes += chunk.length - from
    if (this.isTooLong) this.pending = []
    return lines
  }
}
