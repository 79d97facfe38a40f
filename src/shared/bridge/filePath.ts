import { z } from 'zod'

/** A path as the system's dialogs give it. No system takes a zero character in one. */
export const filePath = z.string().min(1).max(4_096).refine((path) => !path.includes('\0'))
