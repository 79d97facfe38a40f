/**
 * A row that comes anew while a text stands in one of its cells: drawn at once, it would throw out the input, which would
 * store the half of a word. It is drawn when the text is ended.
 */
export class LateDrawing {
  private waiting: (() => void) | null = null

  /** Of several drawings the last counts. */
  keep(draw: () => void): void {
    this.waiting = draw
  }

  forget(): void {
    this.waiting = null
  }

  /** To be called when the text is ended; the key that ended it is still on its way through the page. */
  release(): void {
    if (this.waiting !== null) setTimeout(() => this.drawNow())
  }

  private drawNow(): void {
    this.waiting?.()
    this.waiting = null
  }
}
