/** The register's own settings: city, office, operator. */
export const settingsOperations = {} as const
