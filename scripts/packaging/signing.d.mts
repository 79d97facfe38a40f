export declare function sign(kind: 'exe' | 'product', file: string, env?: Record<string, string | undefined>): Promise<boolean>
export declare function isSigning(kind: 'exe' | 'product', env?: Record<string, string | undefined>): boolean
