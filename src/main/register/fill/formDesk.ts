import { statSync } from 'node:fs'
import type { FormReading, OpenForm } from '../../workbook/forms/formClient'

/** How long a form that nobody asks about keeps its process. */
const usualIdleMs = 60_000

interface KeptForm { form: FormReading; file: string; timer: NodeJS.Timeout }

/**
 * Keeps the form that was asked about last open in its process: it is looked at, bound, previewed after every change and
 * filled, and each would start a process and read it anew. A process only ever sees one file, and only as it stands on the disk;
 * it ends after a while without a question.
 */
export function createFormDesk(open: OpenForm, idleMs = usualIdleMs): OpenForm {
  let kept: KeptForm | undefined

  function takeKept(file: string): FormReading | undefined {
    if (kept === undefined) return undefined
    const { form, file: known, timer } = kept
    clearTimeout(timer)
    kept = undefined
    if (known === file && !form.isOver) return form
    form.close()
    return undefined
  }

  function keep(form: FormReading, file: string): void {
    takeKept('')
    if (form.isOver) form.close()
    else kept = { form, file, timer: setTimeout(() => takeKept(''), idleMs).unref() }
  }

  return async (path, reading = 'form') => {
    const file = `${reading} ${stampOf(path)}`
    const form = takeKept(file) ?? (await open(path, reading))
    return { ...form, get isOver() { return form.isOver }, close: () => keep(form, file) }
  }
}

/** Another file under the same name is another one. */
function stampOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
  return `${path} ${stat?.ino} ${stat?.size} ${stat?.mtimeNs}`
}
