export declare function missingFor(product: 'zip' | 'installer'): string | null
export declare function makeZip(folder: string, version: string): Promise<string>
export declare function makeInstaller(folder: string, version: string, options: { isQuick: boolean }): Promise<string>
export declare function removalList(folder: string): string
