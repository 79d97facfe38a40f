/** The day on which the bench asks its questions: after the last made date, so that nothing depends on the real one. */
export const benchDay = '2022-01-17'
