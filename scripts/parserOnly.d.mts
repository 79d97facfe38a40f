export const otherPrograms: readonly string[]
export const parserOnly: readonly string[]
export function waysIntoParser(root: string): { entries: number; files: number; ways: string[][] }
export function loadedBy(file: string, source: string): string[]
