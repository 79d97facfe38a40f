const lineFeed = 0x0a

/** Puts the chunks of a pipe together to lines. JSON never holds a raw line feed, so a line is a message. */
export class LineSplitter {
  private pending: Buffer[] = []

  push(chunk: Buffer): string[] {
    const lines: string[] = []
    let from = 0
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      this.pending.push(chunk.subarray(from, end))
      lines.push((this.pending.length === 1 ? this.pending[0]! : Buffer.concat(this.pending)).toString('utf8'))
      this.pending = []
      from = end + 1
    }
    if (from < chunk.length) this.pending.push(chunk.subarray(from))
    return lines
  }
}
