import { Refusal } from '../../shared/domain/result'

/**
 * Does what nobody asked for and nobody waits for. What goes wrong in it is told in the log: thrown on, it would end the
 * process, and with it everything that is open. A refusal is no bug: the register may be closed by now.
 */
export async function unasked(work: () => unknown): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal)) console.error(error)
  }
}
