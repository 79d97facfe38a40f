/** Where the list of a box opens: a dialog lies above the page, and a list beside the page would open behind it. */
export function inOwnDialog(element: HTMLElement): HTMLElement {
  return element.closest('dialog') ?? document.body
}
