import type { FilterMatch } from '../../../shared/bridge/lists'
import type { ListKind } from '../../../shared/domain/catalogue/listFields'

/** What a clerk asks of a list; the window and the command line ask alike. */
export interface ListQuery {
  kind: ListKind
  search: string
  /** Words of letters are themselves alone; absent: they may also be pinyin. */
  asWritten?: boolean | undefined
  /** All must pass; what `match` means: bridge/lists.ts. */
  filters: readonly { field: string; values: readonly string[]; match?: FilterMatch | undefined }[]
  /** Most important first; rows equal in all of them keep the order in which they came into the register. */
  sort: readonly { field: string; descending: boolean }[]
}
