export type Target = 'linux' | 'win32'
export interface PackageOptions {
  targets: Target[]
  onlyFolder: boolean
  isQuick: boolean
  isTwin: boolean
  isChecked: boolean
  isUpdate: boolean
}
export interface BuilderRequest {
  root: string
  target: Target
  electronDist: string | undefined
  electronVersion: string
  out: string
  extras: string
  isTwin: boolean
}
export interface BuilderConfig {
  files: string[]
  asarUnpack: string[]
  npmRebuild: boolean
  electronFuses: Record<string, boolean>
  extraResources: { from: string; to: string }[]
  [other: string]: unknown
}
export declare const appId: string
export declare const productName: string
export declare const programNames: Record<Target, string>
export declare const shippedFuses: Record<string, boolean>
export declare function readOptions(words: readonly string[]): PackageOptions
export declare function productFile(version: string, target: Target, ending: string): string
export declare function builderConfig(request: BuilderRequest): BuilderConfig
