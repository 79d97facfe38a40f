/** `    at Class.method (C:\Users\…\register.js:12:5)`, `    at file:///…/register.js:12:5`, with whatever stands in between. */
const frame = /^\s+at (?:async )?(?:([\w$.<>#[\] ]+) \()?.*?([^\\/():]+:\d+:\d+)\)?$/u
const errorName = /^(?:Uncaught )?(\w*Error)\b/u

/**
 * What another process printed about a bug: the kind of error and its stack. Not its message, which may quote data, and of
 * places only the file, since folders bear the names of people.
 */
export function stackOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const [, name, file] = frame.exec(line) ?? []
    if (file !== undefined) return [name === undefined ? `at ${file}` : `at ${name} (${file})`]
    const error = errorName.exec(line)?.[1]
    return error === undefined ? [] : [error]
  })
}
