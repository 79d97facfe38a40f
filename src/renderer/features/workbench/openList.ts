import type { Request } from '../../../shared/bridge/contract'
import type { WorkbenchFigure } from '../../../shared/bridge/workbench'

/** A list that the first page shows beside itself: its title and the question that finds it. */
export interface OpenList {
  title: string
  /** The leader's figure whose records it has, where it is one. */
  figure?: WorkbenchFigure['id']
  question: { name: 'counting.records'; input: Request<'counting.records'> } | { name: 'counting.worklist'; input: Request<'counting.worklist'> }
}
