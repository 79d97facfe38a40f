/**
 * Names of elements and attributes are compared as 32-bit codes while the bytes pass by, so that a name never becomes
 * a string. 0 stands for "not ours": an element of a foreign namespace.
 */
export function nameCode(name: string): number {
  let code = 0
  for (const byte of Buffer.from(name, 'utf8')) code = (Math.imul(code, 31) + byte) | 0
  return code
}

export const foreignName = 0
