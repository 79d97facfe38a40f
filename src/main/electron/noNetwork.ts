import { app, session } from 'electron'
import { developmentServer } from './protocol'

/**
 * Nothing that Chromium does by itself leaves this computer (reliability.md 2): no name is looked up, no part of it asks for
 * updates. Called before the program is ready.
 */
export function forbidNetwork(): void {
  const exceptDeveloping = developmentServer() === null ? '' : ', EXCLUDE localhost'
  app.commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${exceptDeveloping}`)
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('no-proxy-server')
}

/** The spelling checker fetches its dictionaries for the whole session, also where no window uses it. Before the first window. */
export function forbidDictionaries(): void {
  session.defaultSession.setSpellCheckerEnabled(false)
  session.defaultSession.setSpellCheckerLanguages([])
}
