const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * What stands raised in a text behind other words, as it can be written without looks: 49.1 with a small 1 is "49.1¹", a
 * footnote's mark, never 49.11; m with a small 2 is "m²". Other characters than digits stay as they are.
 *
 * @param before  what the text says before it: a text that is raised as a whole is only set so
 */
export function raised(before: string, text: string): string {
  return before.trim() === '' ? text : text.replace(/\d/g, (digit) => raisedDigits[Number(digit)] ?? digit)
}
