// Signatures come from the environment: each variable names a program that signs the one file it is given.
import { run } from '../commands.mjs'

/** BIAOZHI_SIGN_EXE: Authenticode of .exe files. BIAOZHI_SIGN_FILE: a detached signature beside any finished product. */
const variables = { exe: 'BIAOZHI_SIGN_EXE', product: 'BIAOZHI_SIGN_FILE' }

/**
 * @param kind  'exe' or 'product'
 * @returns whether the file is signed now; false when no program is named
 * @throws when the named program refuses
 */
export async function sign(kind, file, env = process.env) {
  const program = env[variables[kind]]
  if (!program) return false
  const code = await run(program, [file], { stdio: ['ignore', 2, 2] })
  if (code !== 0) throw new Error(`${variables[kind]}: ${program} ${file}: ${code}`)
  return true
}

export function isSigning(kind, env = process.env) {
  return Boolean(env[variables[kind]])
}
