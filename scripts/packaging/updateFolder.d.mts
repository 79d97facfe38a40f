import type { KeyObject } from 'node:crypto'

export type PackageKind = 'win-setup' | 'win-folder' | 'linux-folder' | 'linux-deb'
export interface Release { version: string; releasedOn: string; notes: string }
export interface Offer extends Release {
  format: 1
  product: 'biaozhi'
  packages: { kind: PackageKind; file: string; bytes: number; sha256: string }[]
}
export declare function updateKeys(pem: string | Buffer): { privateKey: KeyObject; publicKey: string }
export declare function kindOfPackage(file: string): PackageKind | null
export declare function makeUpdateFolder(folder: string, packages: readonly string[], release: Release, privateKey: KeyObject): Offer
