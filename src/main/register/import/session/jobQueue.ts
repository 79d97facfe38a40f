import { unasked } from '../../unasked'

interface Work { job: number; isUrgent: boolean; run(): Promise<void> }

/** Work waits in order and runs one at a time: reading files is the machine's work, not the clerk's. */
export class JobQueue {
  private readonly waiting: Work[] = []
  private isRunning = false

  /** Adds work for a job; work of the same job that still waits is replaced by it. Urgent work goes before the rest, in its own order. */
  add(job: number, run: () => Promise<void>, isUrgent = false): void {
    this.remove(job)
    const firstPatient = isUrgent ? this.waiting.findIndex((work) => !work.isUrgent) : -1
    this.waiting.splice(firstPatient < 0 ? this.waiting.length : firstPatient, 0, { job, isUrgent, run })
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
      for (let work = this.waiting.shift(); work !== undefined; work = this.waiting.shift()) await unasked(work.run)
    } finally {
      this.isRunning = false
    }
  }
}
