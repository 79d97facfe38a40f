/** Files in: recognition, judging, questions, commit, batches and their undo. */
export const importOperations = {} as const
