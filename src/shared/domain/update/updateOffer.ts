import { z } from 'zod'

/** Versions of the program are three numbers: 0.1.0. */
const version = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)

/** What a package is for: the installer or the folder of Windows, the folder or the Debian package of Linux. */
export const packageKinds = ['win-setup', 'win-folder', 'linux-folder', 'linux-deb'] as const
export type PackageKind = (typeof packageKinds)[number]

const largestPackageBytes = 2_000_000_000

export const offeredPackage = z.object({
  kind: z.enum(packageKinds),
  /** Beside update.json; a plain name, so that it leads nowhere else. */
  file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,150}$/),
  bytes: z.int().positive().max(largestPackageBytes),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type OfferedPackage = z.output<typeof offeredPackage>

/** `update.json`: one version and its packages. `update.json.sig` beside it holds the signature over its bytes. */
export const updateOffer = z.object({
  format: z.literal(1),
  product: z.literal('biaozhi'),
  version,
  releasedOn: z.iso.date(),
  /** What is new, in the clerk's words. */
  notes: z.string().max(4_000),
  packages: z.array(offeredPackage).min(1).max(20),
})
export type UpdateOffer = z.output<typeof updateOffer>

export const offerFile = 'update.json'
export const signatureFile = 'update.json.sig'

export function isVersion(text: string): boolean {
  return version.safeParse(text).success
}

/** Negative when a is the older one. Texts that are no versions are older than every version. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  const at = left.findIndex((number, index) => number !== right[index])
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

function numbersOf(text: string): number[] {
  return isVersion(text) ? text.split('.').map(Number) : [-1, -1, -1]
}
