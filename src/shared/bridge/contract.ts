import type { z } from 'zod'
import type { Result } from '../domain/result'
import { batchOperations } from './operations/batchOperations'
import { conditionOperations } from './operations/conditionOperations'
import { countingOperations } from './operations/countingOperations'
import { crosstabOperations } from './operations/crosstabOperations'
import { doctorOperations } from './operations/doctorOperations'
import { encryptionOperations } from './operations/encryptionOperations'
import { fillOperations } from './operations/fillOperations'
import { importOperations } from './operations/importOperations'
import { indicatorOperations } from './operations/indicatorOperations'
import { listOperations } from './operations/listOperations'
import { periodOperations } from './operations/periodOperations'
import { recordOperations } from './operations/recordOperations'
import { registerOperations } from './operations/registerOperations'
import { reportOperations } from './operations/reportOperations'
import { searchOperations } from './operations/searchOperations'
import { settingsOperations } from './operations/settingsOperations'
import { shellOperations } from './operations/shellOperations'
import { tagOperations } from './operations/tagOperations'
import { twinOperations } from './operations/twinOperations'
import { unitOperations } from './operations/unitOperations'
import { updateOperations } from './operations/updateOperations'

export type { RegisterStatus } from './operations/registerOperations'

/**
 * Every call a window can make. An entry here and a handler is all a new call needs; a missing handler does not
 * compile. Inputs are checked in the main process on every call, outputs in tests only.
 */

/** Served in the register process. */
export const registerContract = {
  ...registerOperations, ...listOperations, ...recordOperations, ...importOperations, ...batchOperations, ...conditionOperations, ...countingOperations, ...crosstabOperations, ...doctorOperations, ...encryptionOperations, ...fillOperations, ...reportOperations, ...periodOperations, ...indicatorOperations, ...searchOperations, ...settingsOperations, ...tagOperations, ...twinOperations, ...unitOperations,
} as const

/** Served in the main process: what only Electron can do. */
export const shellContract = { ...shellOperations, ...updateOperations } as const

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
