/** As much of the library as the bench uses; it carries no types. */
declare module 'xlsx-populate' {
  interface Cell { value(value: number): Cell }
  interface Workbook {
    sheet(name: string): { row(number: number): { cell(column: number): Cell } }
    toFileAsync(path: string): Promise<void>
  }
  const library: { fromFileAsync(path: string): Promise<Workbook> }
  export default library
}
