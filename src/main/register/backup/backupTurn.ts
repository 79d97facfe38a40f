/** Backups, and what puts a backup in the register's place, go one after the other. */
export interface BackupTurn {
  isTaken(): boolean
  /** Until what runs now is over. */
  over(): Promise<void>
  /** Works as soon as nothing else does. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Works, unless something does already: then that is what is waited for. */
  join(work: () => Promise<unknown>): Promise<void>
}

/** @param onOver  told whenever the turn is free again */
export function createBackupTurn(onOver: () => void): BackupTurn {
  let running: Promise<void> | null = null

  function begin<T>(work: () => Promise<T>): Promise<T> {
    const done = work().finally(() => {
      running = null
      onOver()
    })
    running = done.then(() => undefined, () => undefined)
    return done
  }

  return {
    isTaken: () => running !== null,
    async over() {
      await running
    },
    async alone(work) {
      while (running !== null) await running
      return begin(work)
    },
    async join(work) {
      await (running ?? begin(work))
    },
  }
}
