import type { ErrorCode, NoticeCode, RepairCode, SkipCode } from '../domain/errorCodes'

export type CodeKey = `error.${ErrorCode}` | `repair.${RepairCode}` | `notice.${NoticeCode}` | `skip.${SkipCode}`

/** The catalogue must cover every code: a code without a text does not compile. */
export type CodeTexts = Readonly<Record<CodeKey, string>>
