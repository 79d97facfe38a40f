/**
 * Texts that stand in files: forms of the province, lists and templates that come back by their headings, names of files.
 * They are Chinese whatever language the window speaks, so there is no other wording of them.
 */
export type PaperKey =
  | `report.${string}` | `indicator.own.${string}` | `entry.${string}` | `ranking.export.${string}`
  | `collection.${'sheet' | 'notes' | 'title' | 'district' | 'unit' | 'date' | 'number' | 'sample' | 'column' | 'required' | 'how' | 'example' | 'districts' | 'yes' | 'no' | 'general' | 'footer' | 'fileName' | 'fileNameDistrict' | `note.${string}`}`
  | `return.${'author' | 'sheet' | 'title' | 'file' | 'batch' | 'date' | 'counts' | 'how' | `step${string}` | 'copied' | 'excerpt' | 'nothing' | 'number' | 'sheetColumn' | 'cell' | 'value' | 'wrong' | 'remedy' | 'choices' | `comment${string}` | 'sendAgain' | 'unnamedSheet' | 'footer'}`
  | `archive.${'fileName' | 'anyForm' | 'checksums' | 'explanation' | 'records' | 'sheet' | 'heading' | 'title' | 'column' | 'row' | 'kind' | 'key' | 'gone' | 'deleted'}`
  | `doctor.${'remedy' | 'sheet' | 'file' | 'fileName'}`
  | `fillList.${'result' | 'found' | 'notFound' | 'disagrees' | 'otherCode' | 'noCode' | 'code' | 'name' | 'district' | 'ended' | 'standards' | 'lead' | 'patents' | 'validPatents' | 'trademarks' | 'honours' | 'pilots' | 'sheet' | 'out' | 'outName'}`
  | `recoverySheet.${string}`
  | 'list.footer' | 'export.footer' | 'units.profileFile' | 'due.exportName' | 'imports.returnName' | 'imports.returnMacroName' | 'records.exportName' | 'dialog.portableBackups'

/**
 * Days, periods, populations and what closing asks stand in forms and in what the window says of figures: there they are told in
 * its language. What goes into a file is told in Chinese by who writes it (`register/callLanguage.ts`).
 */
type SharedKey = 'report.day' | `report.check.${'period' | 'data'}_${string}` | `report.title.${string}` | `report.series.${string}`

/** Of a file of texts, the keys that are Chinese always. */
export type OnPaper<Key> = Exclude<Extract<Key, PaperKey>, SharedKey>

/** What another language must say of a file of texts: every key that is not on paper. A missing one does not compile. */
export type Spoken<Texts> = Readonly<Record<Exclude<keyof Texts, OnPaper<keyof Texts>>, string>>
