import { FuseV1Options, FuseVersion, type FuseConfig } from '@electron/fuses'

export const fuseOn = '1'.charCodeAt(0)
export const fuseOff = '0'.charCodeAt(0)

/** The fuses of a shipped program (docs/release.md), as they stand in its file; written down here once more on purpose. */
export const plannedFuses = {
  version: FuseVersion.V1,
  [FuseV1Options.RunAsNode]: fuseOff,
  [FuseV1Options.EnableCookieEncryption]: fuseOn,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: fuseOff,
  [FuseV1Options.EnableNodeCliInspectArguments]: fuseOff,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: fuseOn,
  [FuseV1Options.OnlyLoadAppFromAsar]: fuseOn,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: fuseOff,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: fuseOff,
} as const satisfies FuseConfig<number>
