import { z } from 'zod'
import type { Random } from '../registers/randomRecords'

/** The part of JSON Schema that zod writes for what can be sent as a message. */
interface Shape {
  type?: string
  enum?: readonly unknown[]
  const?: unknown
  anyOf?: readonly Shape[]
  oneOf?: readonly Shape[]
  allOf?: readonly Shape[]
  properties?: Readonly<Record<string, Shape>>
  required?: readonly string[]
  additionalProperties?: Shape | boolean
  propertyNames?: Shape
  items?: Shape
  prefixItems?: readonly Shape[]
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  maxLength?: number
}

export interface InputMaker {
  random: Random
  /** A text for a place that takes one; the path names the place. */
  text(path: readonly string[]): string
}

/** Makes inputs that a contract takes, mostly: some parts are left out, too large or of another type. */
export function inputsOf(schema: z.ZodType, maker: InputMaker): () => unknown {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape
  return () => valueOf(shape, [], maker)
}

const strangers: readonly unknown[] = [null, true, -1, 0.5, 2 ** 53, 'x', [], {}, [[]], { __proto__: null }]

function valueOf(shape: Shape, path: readonly string[], maker: InputMaker): unknown {
  const { random } = maker
  if (random.chance(0.01)) return random.pick(strangers)
  if ('const' in shape) return shape.const
  if (shape.enum) return random.pick(shape.enum)
  const choices = shape.anyOf ?? shape.oneOf
  if (choices) return valueOf(random.pick(choices), path, maker)
  if (shape.allOf) return valueOf(random.pick(shape.allOf), path, maker)
  switch (shape.type) {
    case 'string': return maker.text(path)
    case 'boolean': return random.chance(0.5)
    case 'null': return null
    case 'number': case 'integer': return numberOf(shape, random)
    case 'array': return arrayOf(shape, path, maker)
    case 'object': return objectOf(shape, path, maker)
    default: return random.pick(strangers)
  }
}

/** Small ones are those of records, rows and jobs that are there. */
function numberOf({ minimum, exclusiveMinimum, maximum = Number.MAX_SAFE_INTEGER }: Shape, random: Random): number {
  const least = exclusiveMinimum === undefined ? minimum ?? 0 : exclusiveMinimum + 1
  return random.chance(0.9) ? Math.min(maximum, Math.max(least, 0) + random.below(8)) : random.pick([least, maximum, 1_000_000])
}

function arrayOf({ items, prefixItems, minItems = 0, maxItems = 4 }: Shape, path: readonly string[], maker: InputMaker): unknown[] {
  if (prefixItems) return prefixItems.map((item) => valueOf(item, path, maker))
  const length = Math.min(maxItems, minItems + maker.random.below(3))
  return Array.from({ length }, () => valueOf(items ?? {}, path, maker))
}

function objectOf({ properties = {}, required = [], additionalProperties }: Shape, path: readonly string[], maker: InputMaker): Record<string, unknown> {
  const made = Object.entries(properties)
    .filter(([name]) => required.includes(name) ? !maker.random.chance(0.005) : maker.random.chance(0.5))
    .map(([name, shape]): [string, unknown] => [name, valueOf(shape, [...path, name], maker)])
  const free = typeof additionalProperties === 'object' ? Array.from({ length: maker.random.below(3) }, (): [string, unknown] => [maker.text([...path, '*']), valueOf(additionalProperties, path, maker)]) : []
  return Object.fromEntries([...made, ...free])
}
