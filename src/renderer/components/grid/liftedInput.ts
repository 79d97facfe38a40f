/**
 * The input of a grid while it lies over its cell instead of in it: a row that comes is drawn in new cells, and an input
 * that went with the old ones would lose the keyboard, and with it a word that is being composed.
 */
export class LiftedInput {
  private box: HTMLElement | null = null
  private cellOf: () => Element | null = () => null
  private readonly followScrolling = (): void => this.lay()

  constructor(private readonly input: HTMLInputElement) {}

  get isUp(): boolean {
    return this.box !== null
  }

  /** Moves the input, with what it has of the keyboard, over a cell: the one that stands at a place whenever it is asked. */
  lift(box: HTMLElement, cellOf: () => Element | null): void {
    this.box = box
    this.cellOf = cellOf
    this.lay()
    this.input.classList.add('is-lifted')
    const { selectionStart, selectionEnd } = this.input
    box.append(this.input)
    box.addEventListener('scroll', this.followScrolling, true)
    this.input.focus({ preventScroll: true })
    this.input.setSelectionRange(selectionStart, selectionEnd)
  }

  /** Takes it out of the page. */
  drop(): void {
    this.box?.removeEventListener('scroll', this.followScrolling, true)
    this.box = null
    this.input.classList.remove('is-lifted')
    this.input.removeAttribute('style')
    this.input.remove()
  }

  private lay(): void {
    const [outer, inner] = [this.box?.getBoundingClientRect(), this.cellOf()?.getBoundingClientRect()]
    if (outer === undefined || inner === undefined) return // scrolled out of view: it stays where it is
    Object.assign(this.input.style, { left: `${inner.left - outer.left}px`, top: `${inner.top - outer.top}px`, width: `${inner.width}px`, height: `${inner.height}px` })
  }
}
