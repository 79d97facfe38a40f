import { startParsersBy } from '../../src/main/register/parserPort'
import { parserHere } from './parserHere'

// Before each file: a file that has parsers started as processes leaves the next one without them.
startParsersBy(parserHere)
