// Full length of each long suite, as the goals have it; the settings are those that the suites themselves read.
export const lengths = {
  KILLS: 1_000, POWER_LOSSES: 300, DISK_FAULTS: 300, IO_FAULTS: 300, ROT_FLIPS: 2_000, DAMAGES: 1_000, SALVAGES: 200, ZONES: 500, SOAK_MINUTES: 480,
  MUTATIONS: 200_000, REGISTER_SEQUENCES: 100_000, CARRIED_WALKS: 600,
}
