import { z } from 'zod'
import type { Result } from '../domain/result'
import { facet, facetRequest, listQuery, listRange, listRow, openedList } from './lists'
import { operation } from './operation'
import { recordDetail, recordRequest } from './records'

/**
 * Every call a window can make. An entry here and a handler is all a new call needs; a missing handler does not
 * compile. Inputs are checked in the main process on every call, outputs in tests only.
 */

const nothing = z.object({})
const filePath = z.string().min(1).max(4_096)

export const registerStatus = z.object({
  /** Path of the open register; null while there is none. */
  file: z.string().nullable(),
  sequence: z.int().nonnegative(),
  /** Records by list kind, for the rail and the status bar. */
  counts: z.record(z.string(), z.int().nonnegative()),
})
export type RegisterStatus = z.output<typeof registerStatus>

/** Served in the register process. */
export const registerContract = {
  'app.info': operation(nothing, z.object({ version: z.string(), node: z.string(), sqlite: z.string().nullable() })),
  'register.open': operation(z.object({ file: filePath, create: z.boolean().default(false) }), registerStatus),
  'register.status': operation(nothing, registerStatus),
  'lists.open': operation(listQuery, openedList),
  'lists.page': operation(listRange, z.object({ rows: z.array(listRow) })),
  'lists.close': operation(z.object({ handle: z.int().nonnegative() }), nothing),
  'lists.facets': operation(facetRequest, z.object({ facets: z.array(facet) })),
  'records.get': operation(recordRequest, recordDetail),
} as const

/** Served in the main process: what only Electron can do. */
export const shellContract = {
  'shell.chooseRegister': operation(z.object({ create: z.boolean() }), z.object({ file: z.string().nullable() })),
} as const

export const contract = { ...registerContract, ...shellContract } as const

export type OperationName = keyof typeof contract
export type RegisterOperationName = keyof typeof registerContract
export type ShellOperationName = keyof typeof shellContract

/** As the window may write it: defaults left out. */
export type Request<K extends OperationName> = z.input<(typeof contract)[K]['input']>
/** As the handler gets it: checked, defaults filled in. */
export type Input<K extends OperationName> = z.output<(typeof contract)[K]['input']>
export type Output<K extends OperationName> = z.output<(typeof contract)[K]['output']>

export type HandlersOf<K extends OperationName> = { [N in K]: (input: Input<N>) => Promise<Result<Output<N>>> }
export type RegisterHandlers = HandlersOf<RegisterOperationName>
export type ShellHandlers = HandlersOf<ShellOperationName>

export function isOperation(name: unknown): name is OperationName {
  return typeof name === 'string' && Object.hasOwn(contract, name)
}

export function isRegisterOperation(name: OperationName): name is RegisterOperationName {
  return Object.hasOwn(registerContract, name)
}
