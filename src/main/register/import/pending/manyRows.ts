import type { RecordKind, Values } from '../../../../shared/domain/catalogue/fields'
import { Fold } from '../../../../shared/domain/merging/foldRecord'
import type { Hand } from '../../../../shared/domain/merging/hand'
import type { Effect } from '../../../../shared/domain/merging/settling'
import { compareStatements, type Statement } from '../../../../shared/domain/merging/statement'
import { statementKey } from '../../evidence/statementCodec'

/** From so many rows about one record on, what they come to is carried along. */
export const manyRows = 32

/**
 * A record of which very many rows of a file speak, as when a column is taken for the key that is none: each row costs
 * as much as the first, not as much as all before it.
 */
export class ManyRows {
  private readonly said = new Set<string>()

  private constructor(private readonly fold: Fold) {}

  /** null where the statements cannot be taken one after the other. */
  static of(kind: RecordKind, statements: readonly Statement[]): ManyRows | null {
    const many = new ManyRows(new Fold(kind))
    return statements.toSorted(compareStatements).every((statement) => many.take(statement) !== null) ? many : null
  }

  /** @returns what it does to long lists; null when it does not stand behind all others: it was not taken, and all must be folded anew */
  take(statement: Statement): Effect | null {
    if (!this.fold.canTake(statement)) return null
    this.said.add(statementKey(statement.values))
    return this.fold.take(statement)
  }

  /** Whether one of them said just this. */
  knows({ values }: Statement): boolean {
    return this.said.has(statementKey(values))
  }

  values(hand: Hand | undefined): Values {
    return this.fold.values(hand?.values)
  }

  /** The same without a hand, with long lists as they were told last. */
  lateValues(): Values {
    return this.fold.values(undefined, true)
  }
}
