import type { OpenedRegister } from '../openedRegister'

/** What every group of handlers gets. */
export interface HandlerContext {
  version: string
  register: OpenedRegister
  /** The clock's date, YYYY-MM-DD: statuses are computed on it. */
  today(): string
}
