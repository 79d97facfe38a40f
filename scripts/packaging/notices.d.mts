import type { ShippedPackage } from './shippedPackages.mjs'

export interface Component {
  type: string
  'bom-ref': string
  name: string
  version: string
  purl: string
  hashes?: { alg: string; content: string }[]
}
export interface BillOfMaterials {
  serialNumber: string
  components: Component[]
  [other: string]: unknown
}
export declare function noticesText(root: string, shipped: readonly ShippedPackage[]): string
export declare function billOfMaterials(product: { name: string; version: string; license: string; electronVersion: string }, shipped: readonly ShippedPackage[]): BillOfMaterials
