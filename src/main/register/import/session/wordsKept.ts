import { z } from 'zod'
import { importKinds } from '../../../../shared/domain/catalogue/headings'
import { mapEntrySchema } from '../mapFile'
import { taughtAnswer } from '../layouts/layout'
import type { ImportJob } from './importJob'

/**
 * What a clerk has said about a file, so that a program that was cut short can be told again: answers, cells written anew,
 * fields that stay, kind, district and columns. The password is not among it.
 */
const keptWords = z.object({
  /** The content that it was said about: rows of another one are others. */
  sha256: z.string(),
  settings: z.object({ kind: z.enum(importKinds).nullable(), district: z.string().nullable(), statusDate: z.string().nullable(), sheets: z.array(z.tuple([z.int(), mapEntrySchema])), included: z.array(z.int()) }),
  answers: z.array(z.tuple([z.string(), z.string().nullable()])),
  answered: z.array(z.array(z.string())),
  taught: z.array(z.array(taughtAnswer)),
  isRemembered: z.boolean(),
  kept: z.array(z.tuple([z.string(), z.object({ sheet: z.int(), row: z.int().nullable(), label: z.string(), from: z.string(), to: z.string() })])),
  corrections: z.array(z.tuple([z.string(), z.array(z.object({ questionId: z.string(), cell: z.string(), from: z.string(), to: z.string() }))])),
})

/** States of a file that is not in the register, as far as anybody knows. */
const isUnderWay: ReadonlySet<ImportJob['state']> = new Set(['queued', 'reading', 'locked', 'ready', 'commit_queued', 'writing'])

/** null where nothing was said, or nothing that is still to be kept. */
export function wordsOf(job: ImportJob): string | null {
  const { answer, answers, answered, taught, isRemembered, kept, corrections, settings: { kind, district, statusDate, sheets, included } } = job
  const isSaid = answers.size + kept.size + corrections.size + sheets.size + included.size > 0 || kind !== null || district !== null || statusDate !== null
  if (job.originalOf !== null || !isUnderWay.has(job.state)) return null
  if (answer === null) return job.repeated
  if (!isSaid) return null
  const words: z.input<typeof keptWords> = {
    sha256: answer.sha256, settings: { kind, district, statusDate, sheets: [...sheets], included: [...included] },
    answers: [...answers], answered, taught, isRemembered, kept: [...kept], corrections: [...corrections],
  }
  return JSON.stringify(words)
}

/** Says it again about a file that was just opened and is not read yet; what was said about another content is passed over. */
export function repeatWords(job: ImportJob, text: string, sha256: string): void {
  const words = parsed(text)
  if (words === null || words.sha256 !== sha256) return
  const { settings: { kind, district, statusDate, sheets, included } } = words
  Object.assign(job.settings, { kind, district, statusDate, sheets: new Map(sheets), included: new Set(included) })
  job.answers = new Map(words.answers)
  job.answered = words.answered
  job.taught = words.taught
  job.isRemembered = words.isRemembered
  job.kept = new Map(words.kept)
  job.corrections = new Map(words.corrections)
  job.repeated = text
  // What earlier files teach was part of it, as far as she left it standing.
  job.recall.round = 2
}

function parsed(text: string): z.output<typeof keptWords> | null {
  try {
    return keptWords.parse(JSON.parse(text))
  } catch {
    return null
  }
}
