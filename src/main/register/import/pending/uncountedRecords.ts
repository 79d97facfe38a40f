import type { RecordKind, Values } from '../../../../shared/domain/catalogue/fields'
import type { NoticeCode } from '../../../../shared/domain/errorCodes'
import { sayInAnswer, type ImportAnswer } from '../answer'
import type { SheetContext } from '../kinds/kindJudge'

type UncountedCode = Extract<NoticeCode, 'valid_ungranted' | 'mark_undated' | 'owner_unsaid'>

interface Place { sheet: string | null; row: number }

const shownRows = 5
const registered = /^(?:有效|已?注册|注册公告|核准注册)/u

/**
 * Records of a file that do not count as its rows read: a patent called valid without a grant, a registered mark without a
 * day, a patent whose table has no owners. What another row or the register says of the record may settle it, therefore
 * it is told once the file is read.
 */
export class UncountedRecords {
  private readonly found = new Map<UncountedCode, Map<string, Place>>()

  /** Looks at a record as it is with what the row says. */
  take(kind: RecordKind, key: string, values: Values, row: number, context: SheetContext): void {
    if (kind === 'patent') {
      this.mark('valid_ungranted', key, values['statedStatus'] === 'valid' && (values['grantedOn'] ?? null) === null, row, context)
      this.mark('owner_unsaid', key, isOwnerless(context) && patentOwner.every((field) => (values[field] ?? null) === null), row, context)
    }
    if (kind === 'trademark') this.mark('mark_undated', key, isCalledRegistered(values, context) && markDays.every((field) => (values[field] ?? null) === null), row, context)
  }

  private mark(code: UncountedCode, key: string, isSo: boolean, row: number, { sheet }: SheetContext): void {
    const ofCode = this.found.get(code)
    if (!isSo) ofCode?.delete(key)
    else if (ofCode === undefined) this.found.set(code, new Map([[key, { sheet, row }]]))
    else if (!ofCode.has(key)) ofCode.set(key, { sheet, row })
  }

  /** Says of each sheet which rows are meant. */
  say(answer: ImportAnswer): void {
    for (const [code, records] of this.found) {
      for (const [sheet, places] of Map.groupBy(records.values(), (place) => place.sheet)) {
        const rows = [...new Set(places.map(({ row }) => row))].sort((a, b) => a - b)
        sayInAnswer(answer, code, `${rows.slice(0, shownRows).join('、')}${rows.length > shownRows ? '…' : ''}`, { sheet })
      }
    }
  }
}

const markDays = ['registeredOn', 'termStartOn', 'termEndOn', 'cancelledOn']
const patentOwner = ['parties', 'ownerUscc', 'ownerType']
const ownerColumns = ['applicants', 'firstPatentee', 'otherOwners', '@parties']

function isOwnerless({ mapping }: SheetContext): boolean {
  return !ownerColumns.some((field) => mapping.fields.has(field))
}

/** By its status, else by a column of registration numbers alone. */
function isCalledRegistered({ statedStatus }: Values, { mapping }: SheetContext): boolean {
  if (typeof statedStatus === 'string') return registered.test(statedStatus)
  const heading = mapping.fields.get('registrationNumber')?.header.split('/').at(-1) ?? ''
  return heading.includes('注册') && !heading.includes('申请')
}
