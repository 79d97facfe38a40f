/**
 * The columns whose filter is in force. Their headings follow it: as a property of the columns it would make the grid
 * take in all of them anew with every condition.
 */
export class FilteredFields {
  private fields: ReadonlySet<string> = new Set()
  private readonly followers = new Set<() => void>()

  has(field: string): boolean {
    return this.fields.has(field)
  }

  set(fields: readonly string[]): void {
    this.fields = new Set(fields)
    for (const follower of this.followers) follower()
  }

  /** Calls whenever they change; the answer ends it. */
  follow(follower: () => void): () => void {
    this.followers.add(follower)
    return () => this.followers.delete(follower)
  }
}
