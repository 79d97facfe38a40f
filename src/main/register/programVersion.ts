import { version } from '../../../package.json'

/** Version of the program, kept with every batch and report. */
export const programVersion: string = version
