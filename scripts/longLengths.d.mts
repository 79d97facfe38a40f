export const lengths: Readonly<Record<string, number>>
