import type { ReceivedForm, TemplateDifference } from '../../../shared/bridge/fill'
import { bindingsSchema } from '../../../shared/domain/filling/bindings'
import { proposeBindings } from '../../../shared/domain/filling/proposeBindings'
import { Refusal, succeed, type Result } from '../../../shared/domain/result'
import { openFormProcess, type FormReading, type OpenForm } from '../../workbook/forms/formClient'
import type { RegisterSession } from '../opened/session'
import { findRow } from '../ranking/findRow'
import { layOutRows } from '../ranking/regionRows'
import { layBindings } from './boundCells'
import { fingerprintOf, type TemplateDifference as WordDifference } from './fingerprint'
import { nearest, readKept, type FoundTemplate } from './keptTemplates'

const listedDifferences = 200

/**
 * A received form for the window: its sheets as they look, the bindings kept from the last time with what has changed
 * since, and what its words seem to ask for.
 *
 * @returns what reading the template refuses
 */
export async function openReceived(session: RegisterSession, file: string, openForm: OpenForm = openFormProcess): Promise<Result<ReceivedForm>> {
  let form: FormReading | undefined
  try {
    form = await openForm(file)
    const sheets = await form.looks()
    const kept = await keptFor(session, form)
    const isRegion = await regionWords(session)
    const proposals = sheets.flatMap((sheet) => proposeBindings(sheet, isRegion)).map((proposal) => ({ ...proposal, bindings: bindingsSchema.parse(proposal.bindings) }))
    return succeed({ file, sheets, kept: kept && { bindings: kept.bindings, differences: withMoves(kept.differences).slice(0, listedDifferences) }, proposals })
  } catch (error) {
    if (error instanceof Refusal) return { ...error.failure, at: { file, ...error.failure.at } }
    throw error
  } finally {
    form?.close()
  }
}

async function keptFor(session: RegisterSession, { words }: FormReading): Promise<FoundTemplate | null> {
  return nearest(await readKept(session.store.info), [...words.keys()], (bindings) => {
    const laid = layBindings(bindings, words)
    return laid.ok ? fingerprintOf(words, laid.value.isFilled) : null
  })
}

async function regionWords({ columns, places }: RegisterSession): Promise<(word: string) => boolean> {
  const known = await columns.current()
  const rows = layOutRows(known.city, known.places, 'of_which')
  const answers = new Map<string, boolean>()
  return (word) => {
    const isRegion = answers.get(word) ?? findRow(rows, places.resolver, word).ok
    answers.set(word, isRegion)
    return isRegion
  }
}

/** Words that are gone from one cell and new in another one of their sheet have moved there. */
function withMoves(differences: readonly WordDifference[]): TemplateDifference[] {
  const arrived = new Map(differences.filter(({ cell, now }) => cell !== null && now !== null).map(({ sheet, cell, now }) => [`${sheet}\n${now}`, cell]))
  const moved = new Set<string>()
  const told = differences.map((difference): TemplateDifference => {
    const { sheet, cell, before } = difference
    const movedTo = cell === null || before === null ? null : (arrived.get(`${sheet}\n${before}`) ?? null)
    if (movedTo !== null) moved.add(`${sheet}\n${movedTo}`)
    return { ...difference, movedTo }
  })
  // Where words have arrived, and none of the place's own are gone, the move says it all.
  return told.filter(({ sheet, cell, before, movedTo }) => movedTo !== null || before !== null || !moved.has(`${sheet}\n${cell}`))
}
