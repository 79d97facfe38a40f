import { language } from './language'

/** Two places of a circular's 万 are hundreds: what lies behind them came of binary fractions. */
const places = 100

/** How a unit of measure is told: English has no word for 万, so 4.8 万件 is 48,000 items there. */
export function spokenMeasure(unit: string): { unit: string; told(value: number): number } {
  if (language() === 'zh-CN' || !unit.startsWith('万')) return { unit, told: (value) => value }
  return { unit: unit.slice(1), told: (value) => Math.round(value * 10_000 * places) / places }
}
