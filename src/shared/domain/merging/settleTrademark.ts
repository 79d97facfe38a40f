import type { Values } from '../catalogue/fields'
import { markEndInWords } from '../trademarks/statusWords'
import type { Effect, Settling } from './settling'
import { standingOf, type Statement } from './statement'

/** What a row says of the state of a class. */
interface Word { isOver: boolean; status: string | null; cancelledOn: string | null }

/**
 * What the rows of one file say of one mark, a row for each class or for each of its terms (domain.md 3): classes that ended beside
 * others that live are no longer the mark's, and of several terms the latest is today's.
 */
export class TrademarkSettling implements Settling {
  private rank = 0
  private source: number | null = null
  private words: Map<number, Word> | null = null
  private termSource: number | null = null
  private lastEnd = ''
  private latest: { start: string | null; end: string } | null = null

  take(statement: Statement): Effect {
    this.noteWord(statement)
    this.noteTerm(statement)
    return 'none'
  }

  private noteWord(statement: Statement): void {
    const { classes, statedStatus, cancelledOn } = statement.values
    const status = typeof statedStatus === 'string' ? statedStatus : null
    const cancelled = typeof cancelledOn === 'string' ? cancelledOn : null
    const rank = standingOf(statement)
    if ((status === null && cancelled === null) || rank < this.rank) return
    this.rank = rank
    const [source] = statement.order
    if (source !== this.source || !Array.isArray(classes)) this.words = null
    this.source = source
    if (!Array.isArray(classes)) return
    const word = { isOver: cancelled !== null || markEndInWords(status ?? '') !== null, status, cancelledOn: cancelled }
    this.words ??= new Map()
    for (const number of classes) if (typeof number === 'number') this.words.set(number, word)
  }

  private noteTerm({ order: [source], values: { termStartOn, termEndOn } }: Statement): void {
    if (typeof termEndOn !== 'string') return
    if (source !== this.termSource || this.latest === null || termEndOn > this.latest.end) this.latest = { start: typeof termStartOn === 'string' ? termStartOn : null, end: termEndOn }
    this.termSource = source
    this.lastEnd = termEndOn
  }

  settle(values: Values): void {
    this.settleClasses(values)
    // What a more trusted source says stands.
    if (this.latest === null || values.termEndOn !== this.lastEnd || this.latest.end <= this.lastEnd) return
    values.termEndOn = this.latest.end
    if (this.latest.start !== null) values.termStartOn = this.latest.start
  }

  private settleClasses(values: Values): void {
    const living = this.words === null ? undefined : [...this.words.values()].findLast(({ isOver }) => !isOver)
    if (this.words === null || living === undefined || !Array.isArray(values.classes)) return
    const { words } = this
    const left = values.classes.filter((number) => typeof number === 'number' && words.get(number)?.isOver !== true)
    if (left.length === values.classes.length) return
    values.classes = left as number[] // of the numbers that are its classes
    if (living.status === null) delete values.statedStatus
    else values.statedStatus = living.status
    delete values.cancelledOn
  }
}
