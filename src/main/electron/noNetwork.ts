import { app, type Session } from 'electron'
import { developmentServer } from './protocol'

/**
 * Nothing that Chromium does by itself leaves this computer: no name is looked up, no part of it asks for
 * updates. Called before the program is ready.
 */
export function forbidNetwork(): void {
  const exceptDeveloping = developmentServer() === null ? '' : ', EXCLUDE localhost'
  app.commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${exceptDeveloping}`)
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('no-proxy-server')
}

/** The spelling checker fetches its dictionaries for a whole session, also where no window uses it. Before the session's first window. */
export function forbidDictionaries(windows: Session): void {
  windows.setSpellCheckerEnabled(false)
  windows.setSpellCheckerLanguages([])
}
