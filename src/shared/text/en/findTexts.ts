import type { Spoken } from '../paper'
import type * as zh from '../zh/findTexts'

export const findTexts = {
  'find.label': 'Find',
  'find.placeholder': 'Find numbers, names, units; pinyin works too',
  'find.results': 'Results',
  'find.group': '{kind}: {count}',
  'find.all': 'All {count}',
  'find.nothing': '“{text}” was not found',
} as const satisfies Spoken<typeof zh.findTexts>
