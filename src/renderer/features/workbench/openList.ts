import type { Request } from '../../../shared/bridge/contract'

/** A list that the first page shows beside itself: its title and the question that finds it. */
export interface OpenList {
  title: string
  question: { name: 'counting.records'; input: Request<'counting.records'> } | { name: 'counting.worklist'; input: Request<'counting.worklist'> }
}
