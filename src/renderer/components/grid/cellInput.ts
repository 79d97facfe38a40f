import type { GridApi } from 'ag-grid-community'
import type { CellEditing, CellMoves } from './cellEditing'
import { placeAt, type Place, type Refused } from './inputPlace'
import { LateDrawing } from './lateDrawing'
import { LiftedInput } from './liftedInput'
import type { Block } from './resultDatasource'
import type { GridRow } from './resultSource'

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock'])

/**
 * An input that sits, unseen, in the focused cell and has the keyboard. An input method starts only in something that can
 * be typed into, so the first key of a Chinese word would be lost to an editor that opens upon it; here the composition
 * begins in the editor itself, which then shows. Keys that are no text rise to the grid as if the cell had the focus.
 */
export class CellInput {
  private readonly input = document.createElement('input')
  private readonly lifted = new LiftedInput(this.input)
  private readonly late = new LateDrawing()
  private place: Place | null = null
  private isEditing = false
  private isDrawing = false

  private editing: CellEditing | undefined
  private moves: CellMoves | undefined
  private refused: Refused | null = null
  /** A text that is drawn anew throws out whatever else is in its cell, and the keyboard with it. */
  private readonly evicted = new MutationObserver(() => this.comeBack())

  constructor() {
    this.input.className = 'cell-input'
    this.input.autocomplete = 'off'
    this.input.spellcheck = false
    this.input.addEventListener('compositionstart', () => this.show())
    this.input.addEventListener('input', (event) => {
      this.show()
      if (!(event instanceof InputEvent && event.isComposing)) this.liftOverWaiting()
    })
    this.input.addEventListener('keydown', (event) => this.onKey(event))
    this.input.addEventListener('blur', () => void this.leave())
    for (const name of ['mousedown', 'click', 'dblclick']) this.input.addEventListener(name, (event) => { if (this.isEditing) event.stopPropagation() })
  }

  /** From now on typing is taken so; undefined takes none. */
  use(editing: CellEditing | undefined, moves: CellMoves): void {
    this.editing = editing
    this.moves = moves
  }

  /** Moves into the cell that got the focus of the page, before the next key can be pressed. */
  follow(api: GridApi<GridRow>, target: EventTarget): void {
    const place = placeAt(api, target)
    if (place !== null) queueMicrotask(() => this.enter({ ...place, row: place.drawn() ?? null }))
  }

  /** Before rows of another result come: what waits for a row of this one has none to wait for. */
  forsake(): void {
    this.takeRow()
    if (this.lifted.isUp && this.place?.row === null) this.hide()
  }

  /**
   * The grid empties the cells that it fills anew. The keyboard waits in the cell meanwhile, from where the grid moves it on
   * when the row is gone; an input with a text in it is put back.
   */
  keepThrough({ startRow, endRow, count }: Block, draw: () => void): void {
    const { place, input } = this
    const isTouched = place !== null && ((place.rowIndex >= startRow && place.rowIndex < endRow) || place.rowIndex >= count)
    const hasKeyboard = isTouched && document.activeElement === input && !this.lifted.isUp
    if (hasKeyboard && !this.isEditing) place.cell.focus({ preventScroll: true })
    const { selectionStart, selectionEnd } = input
    this.isDrawing = hasKeyboard && this.isEditing
    draw()
    if (!this.isDrawing) return
    this.isDrawing = false
    if (place === null || !place.cell.isConnected) void this.leave()
    else if (!input.isConnected) {
      place.cell.append(input)
      input.focus({ preventScroll: true })
      input.setSelectionRange(selectionStart, selectionEnd)
    }
  }

  /** Draws a row anew, the one that a text is typed into when it is ended. */
  drawRow(rowIndex: number | null, draw: () => void): void {
    const isHere = this.place?.rowIndex === rowIndex
    if (isHere && this.isEditing && !this.lifted.isUp) {
      this.late.keep(draw)
      return
    }
    if (isHere) this.late.forget()
    draw()
  }

  private enter(place: Place): void {
    const isSame = this.place?.cell === place.cell && this.place.row?.id === place.row?.id && this.input.isConnected && !this.lifted.isUp
    if (!isSame) {
      this.hide()
      this.place = place
      this.input.readOnly = place.row?.isGone === true || this.editing?.canEdit(place.field) !== true
      this.input.ariaLabel = place.label
      place.cell.append(this.input)
      this.evicted.disconnect()
      this.evicted.observe(place.cell, { childList: true })
    }
    this.input.focus({ preventScroll: true })
    const { refused } = this
    this.refused = null
    if (refused !== null && refused.rowId === place.row?.id && refused.field === place.field) this.showRefused(refused.text)
  }

  private comeBack(): void {
    const { place, input } = this
    if (place === null || input.isConnected || !place.cell.isConnected || this.isEditing || document.activeElement !== document.body) return
    place.cell.append(input)
    input.focus({ preventScroll: true })
  }

  /** Opens the editor with the text of the cell (F2, double click). */
  begin(): void {
    void this.fill()
  }

  /** Backspace, as in a spreadsheet: what was there is gone once Enter says so. */
  private beginEmpty(): void {
    this.takeRow()
    if (this.place === null || this.place.row === null || this.editing === undefined) return
    if (this.input.readOnly) this.editing.onRefused(this.place.field)
    else this.show()
  }

  private async fill(): Promise<void> {
    this.takeRow()
    const { place, editing } = this
    if (place === null || place.row === null || editing === undefined || this.isEditing) return
    if (this.input.readOnly) {
      editing.onRefused(place.field)
      return
    }
    const text = await editing.textOf(place.row, place.field)
    if (this.place !== place || this.isEditing) return
    this.input.value = text
    this.show()
    this.input.select()
  }

  private takeRow(): void {
    const row = this.place?.drawn()
    if (this.place === null || row === undefined || (this.isEditing && this.place.row !== null)) return
    this.place.row = row
    this.input.classList.remove('is-waiting')
  }

  /** The key that begins a text is still to come: it goes where no row that comes can take it away. */
  private liftOverWaiting(): void {
    this.takeRow()
    const { place } = this
    const box = place?.cell.closest<HTMLElement>('.result-grid-box')
    if (!place || place.row !== null || !box || this.input.readOnly || this.lifted.isUp) return
    this.evicted.disconnect()
    this.input.classList.add('is-waiting')
    this.lifted.lift(box, () => box.querySelector(`[row-index="${place.rowIndex}"] .ag-cell[col-id="${place.field}"]`))
  }

  private show(): void {
    if (this.isEditing) return
    this.takeRow()
    this.isEditing = true
    this.input.classList.add('is-editing')
  }

  private hide(): void {
    this.isEditing = false
    this.input.value = ''
    this.input.classList.remove('is-editing', 'is-wrong', 'is-waiting')
    if (this.lifted.isUp) this.lifted.drop()
    this.late.release()
  }

  private giveUp(): void {
    if (this.input.classList.contains('is-wrong')) this.editing?.onGivenUp()
    this.letDown()
  }

  /** Ends the text; the keyboard is in its cell again, as if it had never left it. */
  private letDown(): void {
    const { place } = this
    const wasUp = this.lifted.isUp
    this.hide()
    if (wasUp && place !== null) this.moves?.goTo(place.rowIndex, place.field)
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) {
      event.stopPropagation() // Enter takes the word that is being composed, nothing else
      return
    }
    if (!this.isEditing) {
      this.onIdleKey(event)
      return
    }
    this.takeRow()
    if (event.key === 'Escape') this.giveUp()
    else if (this.place?.row === null) {
      if (event.key === 'Enter' || event.key === 'Tab') event.preventDefault() // whose cell it is shows in a moment
    } else if (event.key === 'Enter') this.finish(event)
    else if (event.key === 'Tab') {
      if (!this.lifted.isUp) {
        this.send() // and the grid moves on
        return
      }
      event.preventDefault()
      this.send()
      this.moves?.tab(event.shiftKey)
    }
    event.stopPropagation()
  }

  /** Enter stores and goes on at once, as in a spreadsheet; a text that is refused comes back to be put right. */
  private finish({ shiftKey, ctrlKey }: KeyboardEvent): void {
    if (ctrlKey) {
      const text = this.input.value
      this.letDown()
      this.moves?.fillSelection(text)
      return
    }
    this.send()
    this.moves?.step(shiftKey ? -1 : 1)
  }

  /** Stores what was typed while the keyboard is already in another cell. */
  private send(): void {
    const typed = this.typed()
    if (typed === null) return
    const { place, row, editing, text } = typed
    this.letDown()
    void editing.store(row, place.field, text).then((isStored) => {
      if (!isStored) this.returnTo(place, row, text)
    })
  }

  /** The text that is being typed and whose it is; null where none is, or nobody knows yet. */
  private typed(): { place: Place; row: GridRow; editing: CellEditing; text: string } | null {
    const { place, editing, input: { value: text } } = this
    return this.isEditing && place?.row && editing ? { place, row: place.row, editing, text } : null
  }

  /** A text that was refused after its cell was left comes back to be put right, unless somebody types again already. */
  private returnTo({ rowIndex, field }: Place, row: GridRow, text: string): void {
    if (this.isEditing) return
    this.refused = { rowId: row.id, field, text }
    this.moves?.goTo(rowIndex, field)
  }

  private showRefused(text: string): void {
    this.input.value = text
    this.show()
    this.input.classList.add('is-wrong')
    this.input.select()
  }

  private onIdleKey(event: KeyboardEvent): void {
    const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
    if ((isText && event.key !== ' ') || event.key === 'Process') this.liftOverWaiting() // Process: an input method begins
    else if (this.lifted.isUp && !modifiers.has(event.key)) this.letDown() // nothing came of that key
    const opens = event.key === 'F2' || (event.key === 'Backspace' && !event.ctrlKey && !event.altKey)
    if (opens) {
      if (event.key === 'F2') this.begin()
      else this.beginEmpty()
      event.preventDefault()
      event.stopPropagation()
    } else if (isText && event.key !== ' ' && this.input.readOnly && this.place) this.editing?.onRefused(this.place.field)
    else if (isText && event.key !== ' ') event.stopPropagation()
  }

  /** Leaving stores what was typed, as in a panel. */
  private async leave(): Promise<void> {
    if (!this.isEditing || this.isDrawing) return
    this.takeRow()
    if (this.place?.row === null) this.leaveWaiting()
    else await this.store()
  }

  /** Nobody has seen whose cell it is. To another program one goes and comes back. */
  private leaveWaiting(): void {
    if (document.hasFocus() && document.activeElement !== this.input) this.hide()
  }

  private async store(): Promise<void> {
    const typed = this.typed()
    if (typed === null) return
    const { place, row, editing, text } = typed
    this.isEditing = false // a second Enter or the blur that follows must not store again
    if (await editing.store(row, place.field, text)) {
      if (this.place === place) this.hide()
      return
    }
    if (this.place !== place) {
      this.returnTo(place, row, text)
      return
    }
    this.isEditing = true
    this.input.classList.add('is-wrong')
    this.input.focus({ preventScroll: true })
  }
}
