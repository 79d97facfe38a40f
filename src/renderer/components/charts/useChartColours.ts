import { useSyncExternalStore } from 'react'
import { palette } from '../palette'

/** The tokens that charts paint with, as colours: ECharts draws on a canvas, where CSS variables do not reach. */
export interface ChartColours {
  text: string
  text2: string
  text3: string
  line: string
  line2: string
  accent: string
  surface: string
  raised: string
  tint2: string
}

const names: Record<keyof ChartColours, string> = {
  text: '--text', text2: '--text2', text3: '--text3', line: '--line', line2: '--line2', accent: '--accent', surface: '--surface', raised: '--raised', tint2: '--tint2',
}

/** For paper, whatever the window looks like. */
export const lightColours: ChartColours = { ...palette.light }

let known: { key: string; colours: ChartColours } | null = null

function readColours(): ChartColours {
  const style = getComputedStyle(document.documentElement)
  const colours = Object.fromEntries(Object.entries(names).map(([name, variable]) => [name, style.getPropertyValue(variable).trim()])) as unknown as ChartColours
  const key = JSON.stringify(colours)
  if (known?.key !== key) known = { key, colours }
  return known.colours
}

/** The theme changes with the system or with an attribute of the page's root. */
function subscribe(onChange: () => void): () => void {
  const darkness = window.matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributes: true })
  darkness.addEventListener('change', onChange)
  return () => {
    observer.disconnect()
    darkness.removeEventListener('change', onChange)
  }
}

export function useChartColours(): ChartColours {
  return useSyncExternalStore(subscribe, readColours)
}
