import type { StoredBatch, StoredSource } from '../../../store/registerStore'
import type { RegisterSession } from '../../opened/session'
import type { DocumentLedger } from './documentLedger'

/** A sheet of a batch: the tables that were found in it, and what became of its rows. */
export interface OpenSheet { name: string | null; sources: StoredSource[]; ledger: DocumentLedger }

/** The batch that a sheet belongs to, in its register. */
export interface BatchInRegister { session: RegisterSession; batch: StoredBatch }
