/** Forms: preview, checks, produced files. */
export const reportOperations = {} as const
