/** Indicators, rankings and the records behind a number. */
export const countingOperations = {} as const
