import { describe, expect, it } from 'vitest'
import { boundsOf, rangeOf } from '../../../../../src/renderer/components/grid/range/cellRange'
import { rangeCommand } from '../../../../../src/renderer/components/grid/range/rangeKeys'

const size = { rows: 500, columns: 6 }
const range = rangeOf({ top: 10, bottom: 12, left: 2, right: 3 })

function press(keys: string) {
  const parts = keys.split('+')
  const key = parts.at(-1) === 'Space' ? ' ' : (parts.at(-1) ?? '')
  return rangeCommand({ key, ctrlKey: parts.includes('Ctrl'), metaKey: false, shiftKey: parts.includes('Shift'), altKey: parts.includes('Alt') }, range, size)
}

function bounds(keys: string) {
  const command = press(keys)
  return command !== null && typeof command === 'object' && 'range' in command ? boundsOf(command.range) : command
}

describe('the keys of a spreadsheet', () => {
  it.each([
    ['Shift+ArrowDown', { top: 10, bottom: 13, left: 2, right: 3 }], ['Shift+ArrowLeft', { top: 10, bottom: 12, left: 2, right: 2 }],
    ['Ctrl+Shift+ArrowDown', { top: 10, bottom: 499, left: 2, right: 3 }], ['Ctrl+Shift+End', { top: 10, bottom: 499, left: 2, right: 5 }],
    ['Shift+PageDown', { top: 10, bottom: 32, left: 2, right: 3 }], ['Shift+Space', { top: 10, bottom: 12, left: 0, right: 5 }],
    ['Ctrl+Space', { top: 0, bottom: 499, left: 2, right: 3 }], ['Ctrl+a', { top: 0, bottom: 499, left: 0, right: 5 }],
  ])('%s selects', (keys, expected) => {
    expect(bounds(keys)).toEqual(expected)
  })

  it.each([['Enter', 'down'], ['Shift+Enter', 'up'], ['Delete', 'clear'], ['Ctrl+d', 'fillDown'], ['Ctrl+r', 'fillRight'], ['Escape', 'collapse'], ['Shift+F10', 'menu'], ['ContextMenu', 'menu']])('%s is %s', (keys, command) => {
    expect(press(keys)).toBe(command)
  })

  it.each([['Home', { row: 10, column: 0 }], ['End', { row: 10, column: 5 }], ['Ctrl+Home', { row: 0, column: 0 }], ['Ctrl+End', { row: 499, column: 5 }]])('%s goes to the edge', (keys, goTo) => {
    expect(press(keys)).toEqual({ goTo })
  })

  it.each(['ArrowDown', 'Tab', 'a', 'Ctrl+c', 'Ctrl+z', 'Alt+ArrowDown', 'Space', 'F2'])('%s is left to the grid, the editor and the page', (keys) => {
    expect(press(keys)).toBeNull()
  })
})
