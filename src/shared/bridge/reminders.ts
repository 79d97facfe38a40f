import { z } from 'zod'

/** What falls due: terms that end, renewals, reviews, notes to come back to. */
export const dueItemKinds = ['patent_term', 'mark_renewal', 'mark_grace', 'standard_review', 'note'] as const
export type DueItemKind = (typeof dueItemKinds)[number]

export const dueItem = z.object({
  kind: z.enum(dueItemKinds),
  /** List and record behind it. */
  list: z.string(),
  id: z.int(),
  key: z.string(),
  title: z.string(),
  /** Owner, or the note's text. */
  about: z.string(),
  /** Districts of the city that it concerns; 其他 where none is known. */
  districts: z.array(z.string()),
  /** YYYY-MM-DD. */
  day: z.string(),
})
export type DueItem = z.output<typeof dueItem>

export const dueRequest = z.object({
  days: z.int().min(1).max(1_100),
  /** What fell due within the days before today instead, as it stands now. */
  isPast: z.boolean().default(false),
})
export type DueRequest = z.input<typeof dueRequest>

export const dueAnswer = z.object({
  from: z.string(),
  until: z.string(),
  /** Years from one review of a standard to the next. */
  reviewYears: z.int(),
  /** Earliest first. */
  items: z.array(dueItem),
})
export type DueAnswer = z.output<typeof dueAnswer>
