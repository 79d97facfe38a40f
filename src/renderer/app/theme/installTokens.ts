import { palette, type Palette } from '../../components/palette'
import { styleNonce } from './styleNonce'

function variables(colours: Palette): string {
  return Object.entries(colours)
    .map(([name, value]) => `--${name.replaceAll(/[A-Z0-9]/g, (letter) => (/\d/.test(letter) ? letter : `-${letter.toLowerCase()}`))}: ${value};`)
    .join(' ')
}

/** Writes the palette as CSS variables (`--on-accent`) that follow the system's light or dark theme. */
export function installTokens(): void {
  const style = document.createElement('style')
  style.nonce = styleNonce
  style.textContent = `:root { color-scheme: light dark; ${variables(palette.light)} }
@media (prefers-color-scheme: dark) { :root { ${variables(palette.dark)} } }`
  document.head.append(style)
}
