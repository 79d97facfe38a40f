import { isLanguage } from '../../shared/domain/language'
import { language, speak } from '../../shared/text/language'

/**
 * The first module of the window: modules that come after it may put texts together while they load, so the language has
 * to be known before. The main process says it in the page's address and loads the page anew for another one.
 */
const asked = new URLSearchParams(location.search).get('language')
if (isLanguage(asked)) speak(asked)
document.documentElement.lang = language()
