import type { ChoiceLabel } from '../../domain/catalogue/choices'
import type { FieldLabel } from '../../domain/catalogue/fields'
import type { FilterWord } from '../../domain/catalogue/filters'
import type { FormWord } from '../../domain/catalogue/forms'
import type { IndicatorWord } from '../../domain/catalogue/indicators'
import type { ListLabel } from '../../domain/catalogue/listFields'
import type { GroupTitle } from '../../domain/catalogue/recordForms'
import type { RuleText } from '../../domain/catalogue/rules'
import { choiceNames } from './names/choiceNames'
import { fieldNames } from './names/fieldNames'
import { indicatorNames } from './names/indicatorNames'
import { reportNames } from './names/reportNames'
import { ruleNames } from './names/ruleNames'

type CatalogueWord = FieldLabel | ListLabel | GroupTitle | ChoiceLabel | FilterWord | IndicatorWord | RuleText | FormWord
/** The same in every language. */
type CommonWord = 'ICS' | 'CCS' | 'IPC' | '%'

const names = { ...fieldNames, ...choiceNames, ...indicatorNames, ...ruleNames, ...reportNames } satisfies Record<Exclude<CatalogueWord, CommonWord>, string>

/** Chinese names of the domain's catalogues and what they are called in English; a word without one does not compile. */
export const catalogueNames: ReadonlyMap<string, string> = new Map(Object.entries(names))
