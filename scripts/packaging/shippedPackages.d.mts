export interface ShippedPackage {
  name: string
  version: string
  license: string | null
  integrity: string | undefined
  path: string
}
export declare function shippedPackages(root: string): ShippedPackage[]
