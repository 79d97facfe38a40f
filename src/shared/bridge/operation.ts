import type { ZodType } from 'zod'

export interface Operation<I extends ZodType, O extends ZodType> {
  input: I
  output: O
}

export function operation<I extends ZodType, O extends ZodType>(input: I, output: O): Operation<I, O> {
  return { input, output }
}
