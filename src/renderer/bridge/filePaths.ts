/** Where chosen or dropped files lie. */
export function pathsOf(files: Iterable<File> | null | undefined): string[] {
  return [...(files ?? [])].map((file) => window.bridge.pathOfFile(file)).filter((path) => path !== '')
}
