import { createCipheriv, createDecipheriv, generateKeyPairSync, hkdfSync, randomBytes, randomInt, scrypt, type JsonWebKey } from 'node:crypto'
import { drawnLetters, readRecoveryKey, recoveryLetters, writeRecoveryKey } from '../../../shared/domain/backup/recoveryKey'
import { backupKeys, keyBytes, type BackupKeys, type Keyring, type KeySlot, type PasswordSlot } from '../../../shared/domain/backup/sealedFormat'

/** Key in register_info under which a register keeps its backup keys; empty while its backups are not encrypted. */
export const backupKeysSetting = 'backup_encryption'

/** What opens the backups of one keyring, each in base64; it is never written anywhere. */
export interface OpenedKeys {
  id: string
  recipient: string
  privateKey: string
  writerKey: string
}

/** 128 MiB and a third of a second for each guess. */
const usualScryptCost = 2 ** 17
const scryptBlock = 8
const saltBytes = 16
const idBytes = 8
/** Each key that seals a slot has a salt of its own and seals once. */
const onlyNonce = Buffer.alloc(12)

/** The keys that a register keeps, from its setting. @returns null for what is none, or of a program yet to come */
export function parseBackupKeys(setting: string): BackupKeys | null {
  try {
    return backupKeys.safeParse(JSON.parse(setting)).data ?? null
  } catch {
    return null
  }
}

/** The part of a register's backup keys that stands openly in each backup. */
export function keyringOf({ id, recipient, slots }: BackupKeys): Keyring {
  return { id, recipient, slots }
}

/**
 * Makes the keys of a register's backups. The recovery key exists nowhere but in the answer.
 *
 * @param at  epoch milliseconds
 * @param n   scrypt's cost; a test takes less
 */
export async function createBackupKeys(password: string, at: number, n: number = usualScryptCost): Promise<{ keys: BackupKeys; recoveryKey: string }> {
  const { privateKey } = generateKeyPairSync('x25519')
  const { x = '', d = '' }: JsonWebKey = privateKey.export({ format: 'jwk' })
  const opened: OpenedKeys = { id: randomBytes(idBytes).toString('hex'), recipient: toBase64(x), privateKey: toBase64(d), writerKey: randomBytes(keyBytes).toString('base64') }
  const recovery = recoverySlot(opened, at)
  const keys = { id: opened.id, recipient: opened.recipient, slots: [await passwordSlot(opened, password, at, n), recovery.slot], writerKey: opened.writerKey }
  return { keys, recoveryKey: recovery.recoveryKey }
}

/** The same keys behind another password; the recovery sheet stays good. */
export async function withPassword(keys: BackupKeys, opened: OpenedKeys, password: string, at: number, n: number = usualScryptCost): Promise<BackupKeys> {
  const slot = await passwordSlot(opened, password, at, n)
  return { ...keys, slots: [slot, ...keys.slots.filter(({ by }) => by !== 'password')] }
}

/** The same keys with another recovery key; the old sheet opens no backup that is made from then on. */
export function withRecoveryKey(keys: BackupKeys, opened: OpenedKeys, at: number): { keys: BackupKeys; recoveryKey: string } {
  const { slot, recoveryKey } = recoverySlot(opened, at)
  return { keys: { ...keys, slots: [...keys.slots.filter(({ by }) => by !== 'recovery'), slot] }, recoveryKey }
}

/**
 * Opens a keyring with a password or what stands on the recovery sheet.
 *
 * @returns null when neither fits
 */
export async function openKeyring(keyring: Keyring, secret: string): Promise<OpenedKeys | null> {
  const typed = readRecoveryKey(secret)
  // A recovery key costs nothing to try, a password a third of a second.
  const slots = typed.kind === 'key' ? keyring.slots.toSorted((a, b) => Number(b.by === 'recovery') - Number(a.by === 'recovery')) : keyring.slots
  for (const slot of slots) {
    const key = slot.by === 'password' ? await passwordKey(secret, slot) : typed.kind === 'key' ? recoveryKeyOf(typed.drawn, slot.salt) : null
    const opened = key === null ? null : openSlot(keyring, slot, key)
    if (opened !== null) return opened
  }
  return null
}

async function passwordSlot(opened: OpenedKeys, password: string, setAt: number, n: number): Promise<PasswordSlot> {
  const open = { by: 'password', setAt, salt: randomBytes(saltBytes).toString('base64'), n, r: scryptBlock, p: 1 } as const
  return { ...open, sealed: sealSlot(opened, open.by, await passwordKey(password, open)) }
}

function recoverySlot(opened: OpenedKeys, setAt: number): { slot: KeySlot; recoveryKey: string } {
  const places = Array.from({ length: drawnLetters }, () => randomInt(recoveryLetters.length))
  const salt = randomBytes(saltBytes).toString('base64')
  const drawn = places.map((place) => recoveryLetters.charAt(place)).join('')
  return { slot: { by: 'recovery', setAt, salt, sealed: sealSlot(opened, 'recovery', recoveryKeyOf(drawn, salt)) }, recoveryKey: writeRecoveryKey(places) }
}

function passwordKey(password: string, { salt, n, r, p }: Pick<PasswordSlot, 'salt' | 'n' | 'r' | 'p'>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // The same letters whatever the input method made of them.
    scrypt(password.normalize('NFKC'), Buffer.from(salt, 'base64'), keyBytes, { N: n, r, p, maxmem: 128 * n * r + 2 ** 20 * p }, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

function recoveryKeyOf(drawn: string, salt: string): Buffer {
  return Buffer.from(hkdfSync('sha256', drawn, Buffer.from(salt, 'base64'), 'biaozhi backup recovery 1', keyBytes))
}

function sealSlot(opened: OpenedKeys, by: KeySlot['by'], key: Buffer): string {
  const cipher = createCipheriv('aes-256-gcm', key, onlyNonce).setAAD(slotBinding(opened, by))
  const sealed = Buffer.concat([cipher.update(opened.privateKey, 'base64'), cipher.update(opened.writerKey, 'base64'), cipher.final()])
  return Buffer.concat([sealed, cipher.getAuthTag()]).toString('base64')
}

function openSlot({ id, recipient }: Keyring, { by, sealed }: KeySlot, key: Buffer): OpenedKeys | null {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, onlyNonce, { authTagLength: 16 }).setAAD(slotBinding({ id, recipient }, by))
  decipher.setAuthTag(bytes.subarray(2 * keyBytes))
  const content = decipher.update(bytes.subarray(0, 2 * keyBytes))
  try {
    decipher.final()
  } catch {
    return null
  }
  return { id, recipient, privateKey: content.subarray(0, keyBytes).toString('base64'), writerKey: content.subarray(keyBytes).toString('base64') }
}

/** A slot belongs to one keyring and one key pair. */
function slotBinding({ id, recipient }: Pick<Keyring, 'id' | 'recipient'>, by: KeySlot['by']): Buffer {
  return Buffer.from(`biaozhi backup slot 1 ${id} ${recipient} ${by}`)
}

function toBase64(base64url: string): string {
  return Buffer.from(base64url, 'base64url').toString('base64')
}
