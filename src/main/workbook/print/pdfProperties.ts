/** What a PDF says of the fonts it was printed with: other fonts draw other letters, and the same form is another file. */
export const editionsEntry = 'Typefaces'
