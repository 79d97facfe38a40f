import { foldText, isPlaceholder } from '../../../../shared/domain/text'

const yes = /^(?:[√✓✔☑■●○∨◆★▲VY对]|是|有|符合|满足|属于|具备|1|YES|TRUE)$/iu
const no = /^(?:[×✗✘☒□☐NX0]|否|无|不是|没有|不符合|不满足|不属于|不具备|NO|FALSE)$/iu
/** "☑是 □否" or "是☑ 否□": a printed choice with one of its boxes marked. */
const boxesBefore = /^(?:([☑√✓✔■●])|[□☐○])(是|有|否|无)(?:([☑√✓✔■●])|[□☐○])(是|有|否|无)$/u
const boxesBehind = /^(是|有|否|无)(?:([☑√✓✔■●])|[□☐○])(是|有|否|无)(?:([☑√✓✔■●])|[□☐○])$/u
const bracketBehind = /^(.+?)[(（][^()（）]{0,30}[)）]$/u

/** Whether a cell of a tick column says yes or no; null where it says something else. An empty cell is a no. */
export function tickOf(cell: string): boolean | null {
  const text = foldText(cell).replaceAll(' ', '')
  if (isPlaceholder(text)) return false
  for (const words of [text, bracketBehind.exec(text)?.[1] ?? text]) {
    if (yes.test(words)) return true
    if (no.test(words)) return false
  }
  const before = boxesBefore.exec(text)
  if (before) return chosen([before[1], before[2]], [before[3], before[4]])
  const behind = boxesBehind.exec(text)
  return behind ? chosen([behind[2], behind[1]], [behind[4], behind[3]]) : null
}

type Box = readonly [mark: string | undefined, word: string | undefined]

function chosen(first: Box, second: Box): boolean | null {
  const marked = [first, second].filter(([mark]) => mark !== undefined)
  return marked.length === 1 ? /是|有/u.test(marked[0]?.[1] ?? '') : null
}
