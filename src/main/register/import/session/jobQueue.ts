/** Work waits in order and runs one at a time: reading files is the machine's work, not the clerk's. */
export class JobQueue {
  private readonly waiting: { job: number; run: () => Promise<void> }[] = []
  private isRunning = false

  /** Adds work for a job; work of the same job that still waits is replaced by it. `first` goes before the rest. */
  add(job: number, run: () => Promise<void>, first = false): void {
    this.remove(job)
    if (first) this.waiting.unshift({ job, run })
    else this.waiting.push({ job, run })
    void this.pump()
  }

  /** @returns whether work of the job was waiting */
  remove(job: number): boolean {
    const at = this.waiting.findIndex((work) => work.job === job)
    if (at < 0) return false
    this.waiting.splice(at, 1)
    return true
  }

  private async pump(): Promise<void> {
    if (this.isRunning) return
    this.isRunning = true
    try {
      for (let work = this.waiting.shift(); work !== undefined; work = this.waiting.shift()) await work.run()
    } finally {
      this.isRunning = false
    }
  }
}
