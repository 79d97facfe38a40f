import { basename } from 'node:path'
import { succeed, type Result } from '../../../../shared/domain/result'
import { t } from '../../../../shared/text/t'
import { writePdf } from '../../../workbook/print/pdfWriter'
import { writeFileAtomically } from '../../../workbook/write/atomicFile'
import type { FormCell, FormSheet } from '../../../workbook/write/form/formTypes'
import { localDate } from '../../localDate'
import type { PrintPdf } from '../../printing/printMessages'
import type { PendingKeys } from './encryptionSetup'

/** What a recovery sheet tells besides the key. */
export interface SheetFacts {
  /** File of the register. */
  register: string
  office: string
  /** Epoch milliseconds. */
  at: number
}

/** One line of the sheet: what it is about, and what it says; a line without the former goes on with the one above. */
type Line = readonly [string, string]

/**
 * Writes the sheet that opens encrypted backups when the password is forgotten: a page to print, or a text by the name's
 * ending. It is the only place where the recovery key is ever written.
 *
 * @returns no_chinese_font, and what the disk refuses
 */
export async function writeRecoverySheet(file: string, pending: PendingKeys, facts: SheetFacts, print: PrintPdf = writePdf): Promise<Result<null>> {
  const lines = linesOf(pending, facts)
  if (/\.txt$/iu.test(file)) return writeText(file, lines)
  const printed = await print(file, { forms: [formOf(lines, facts)], title: t('recoverySheet.title'), footer: t('report.footer'), creator: t('app.name'), createdAt: facts.at })
  return printed.ok ? succeed(null) : printed
}

/** What the file is called if nobody says otherwise. */
export function recoverySheetName({ register, at }: Pick<SheetFacts, 'register' | 'at'>): string {
  return `${t('recoverySheet.fileName', { register: nameOf(register), day: localDate(at) })}.pdf`
}

function linesOf({ keys, recoveryKey }: PendingKeys, { register, office, at }: SheetFacts): Line[] {
  return [
    [t('recoverySheet.key'), recoveryKey.replaceAll('-', ' - ')],
    [t('recoverySheet.register'), `${basename(register)}　${office}`],
    [t('recoverySheet.made'), localDate(at)],
    [t('recoverySheet.keyring'), t('recoverySheet.keyringOf', { id: keys.id, register: nameOf(register) })],
    [t('recoverySheet.what'), t('recoverySheet.whatText')],
    [t('recoverySheet.how'), t('recoverySheet.how1')],
    ['', t('recoverySheet.how2')],
    ['', t('recoverySheet.how3')],
    [t('recoverySheet.where'), t('recoverySheet.where1')],
    ['', t('recoverySheet.where2')],
    [t('recoverySheet.lost'), t('recoverySheet.lostText')],
  ]
}

function formOf(lines: readonly Line[], { office, at }: SheetFacts): FormSheet {
  return {
    kind: 'form', name: t('recoverySheet.title'), title: t('recoverySheet.title'),
    subtitle: { left: office, right: localDate(at) },
    columns: [{ minWidth: 14, maxWidth: 14 }, { minWidth: 84, maxWidth: 84 }],
    header: [{ row: 0, column: 0, text: t('recoverySheet.item') }, { row: 0, column: 1, text: t('recoverySheet.content') }],
    rows: lines.map(([what, text], row): FormCell[] => [{ value: what, bold: true, align: 'center' }, row === 0 ? { value: text, bold: true, align: 'center' } : { value: text }]),
    bodyMerges: spansOf(lines), notes: [], signature: t('recoverySheet.signature'), paper: 'A4',
  }
}

/** A line that goes on with the one above shares its name. */
function spansOf(lines: readonly Line[]) {
  return lines.flatMap(([what], row) => {
    const next = lines.findIndex(([name], at) => at > row && name !== '')
    const rowSpan = (next < 0 ? lines.length : next) - row
    return what !== '' && rowSpan > 1 ? [{ row, column: 0, rowSpan }] : []
  })
}

function writeText(file: string, lines: readonly Line[]): Promise<Result<null>> {
  return writeFileAtomically(file, undefined, async (sink) => {
    const text = lines.map(([what, said]) => (what === '' ? `　　${said}` : `${what}：${said}`))
    await sink.append(Buffer.from(`\uFEFF${[t('recoverySheet.title'), '', ...text, '', t('recoverySheet.signature')].join('\r\n')}\r\n`))
    return null
  })
}

function nameOf(register: string): string {
  return basename(register).replace(/\.bzr$/iu, '')
}
