import { z } from 'zod'

/** What an encrypted backup says openly, and what a register keeps to make one. docs/backups.md has the whole format. */

/** Base64 of exactly so many bytes. */
const bytes = (count: number) => z.string().regex(new RegExp(`^[A-Za-z0-9+/]{${Math.ceil((count * 8) / 6)}}={${(3 - (count % 3)) % 3}}$`))
/** Salts, keys and what is sealed under them. */
const saltBytes = 16
export const keyBytes = 32
/** Private key and writer's key, and the tag of the cipher. */
const sealedKeysBytes = 2 * keyBytes + 16

/** A hostile file must not make anybody reserve more. */
const mostScryptBytes = 512 * 1024 * 1024

const passwordSlot = z.strictObject({
  by: z.literal('password'),
  /** When the password was set, epoch milliseconds. */
  setAt: z.number(),
  salt: bytes(saltBytes), n: z.int().min(1_024), r: z.int().min(1).max(32), p: z.int().min(1).max(4),
  sealed: bytes(sealedKeysBytes),
}).refine(({ n, r }) => (n & (n - 1)) === 0 && 128 * n * r <= mostScryptBytes)
const recoverySlot = z.strictObject({ by: z.literal('recovery'), setAt: z.number(), salt: bytes(saltBytes), sealed: bytes(sealedKeysBytes) })
const keySlot = z.discriminatedUnion('by', [passwordSlot, recoverySlot])
export type KeySlot = z.output<typeof keySlot>
export type PasswordSlot = z.output<typeof passwordSlot>

/** A key pair for backups and the ways to its private half; it is open to everybody. */
export const keyring = z.strictObject({ id: z.string().regex(/^[0-9a-f]{16}$/), recipient: bytes(keyBytes), slots: z.array(keySlot).min(1).max(4) })
export type Keyring = z.output<typeof keyring>

/** What a register keeps: with it backups are made, not opened. The writer's key never leaves the register but sealed. */
export const backupKeys = keyring.extend({ writerKey: bytes(keyBytes) })
export type BackupKeys = z.output<typeof backupKeys>

const common = { ephemeral: bytes(keyBytes) }
export const sealedHeader = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('register'), ...common, keyring, origin: z.string().regex(/^[0-9a-f]{32}$/).nullable() }),
  z.strictObject({ kind: z.literal('file'), ...common, keys: z.string().regex(/^[0-9a-f]{16}$/) }),
])
export type SealedHeader = z.output<typeof sealedHeader>

/** What is sealed in front of a register: the names of the backup, as which it was written, and of the register's file. */
export const sealedRegisterFacts = z.object({ name: z.string(), register: z.string() })
/** What is sealed in front of a kept file. */
export const sealedFileFacts = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), isDeflated: z.boolean() })
