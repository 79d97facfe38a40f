import { z, type ZodType } from 'zod'

export interface Operation<I extends ZodType, O extends ZodType> {
  input: I
  output: O
}

export function operation<I extends ZodType, O extends ZodType>(input: I, output: O): Operation<I, O> {
  return { input, output }
}

/** Input or output of a call that carries nothing. */
export const nothing = z.object({})
