import { choiceNames } from './names/choiceNames'
import { fieldNames } from './names/fieldNames'
import { indicatorNames } from './names/indicatorNames'
import { reportNames } from './names/reportNames'
import { ruleNames } from './names/ruleNames'

/** Chinese names of the domain's catalogues and what they are called in English. */
export const catalogueNames: ReadonlyMap<string, string> = new Map(Object.entries({ ...fieldNames, ...choiceNames, ...indicatorNames, ...ruleNames, ...reportNames }))
