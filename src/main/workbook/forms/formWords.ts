/** What stands in a sheet's cells by address (C6). */
export interface SheetWords {
  /** Texts; numbers, formulas and empty cells are left out. */
  texts: ReadonlyMap<string, string>
  /**
   * What else names something: formulas by the text of the one cell that they name, else by the text stored with them, empty where
   * neither is known; and numbers of six digits, as codes of districts are. Worked out when first asked for: most forms name their
   * rows by texts, and their formulas need not be read.
   */
  results(): ReadonlyMap<string, string>
}
