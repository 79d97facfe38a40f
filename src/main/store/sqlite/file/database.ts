import type Database from 'better-sqlite3'

/**
 * Two views of one connection: a signature that takes a `ReadDb` cannot write by accident, because only
 * `openRegister` hands out a `WriteDb`. The marks exist for the compiler alone.
 */
export type ReadDb = Database.Database & { readonly mayRead?: true }
export type WriteDb = Database.Database & { readonly mayRead?: true; readonly mayWrite: true }
