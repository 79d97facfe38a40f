import type { RememberedLayout } from '../../../../shared/bridge/imports'
import { succeed, type Result } from '../../../../shared/domain/result'
import type { OpenedRegister } from '../../opened/openedRegister'
import { operatorOf } from '../../opened/operatorOf'
import type { RegisterSession } from '../../opened/session'
import { readLayouts, settingsWith, settingsWithout, type Layout } from './layout'

/** The remembered layouts as the window lists them, newest first. */
export async function listLayouts({ store, places }: Pick<RegisterSession, 'store' | 'places'>): Promise<RememberedLayout[]> {
  return (await readLayouts(store.info)).map(({ id, fileName, sheet, kind, columns, district, answers, at, operator }) => ({
    id, fileName, sheet, kind, columns: columns.length, imported: columns.filter(({ field }) => field !== null).length,
    district: district === null ? null : places.words.nameOf(district), answers: answers.length, at, operator,
  }))
}

/** Keeps layouts for the files that come; they are settings of the register, with journal and undo. */
export function keepLayouts(register: OpenedRegister, layouts: readonly Layout[], at: number): Promise<Result<Record<never, never>>> {
  return write(register, at, (known) => settingsWith(known, layouts))
}

/** Later files of the layout are read as any other. */
export function forgetLayout(register: OpenedRegister, id: string, at: number): Promise<Result<Record<never, never>>> {
  return write(register, at, (known) => settingsWithout(known, id))
}

async function write(register: OpenedRegister, at: number, settingsOf: (known: readonly Layout[]) => Record<string, string>): Promise<Result<Record<never, never>>> {
  const session = register.session()
  if (!session.ok) return session
  const { info } = session.value.store
  const settings = settingsOf(await readLayouts(info))
  const written = await register.apply({ kind: 'settings', at, operator: await operatorOf(info), settings, inserts: [], updates: [], deletes: [], evidence: [] })
  return written.ok ? succeed({}) : written
}
