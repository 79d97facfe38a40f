/** Letters and digits alone: how identifiers are also searched, so that GBT10114 finds GB/T 10114-2003. */
export function squeezeNumber(folded: string): string {
  return folded.replaceAll(/[\p{P}\p{S}\s]+/gu, '')
}
