import { startApp } from './electron/app'
import { runCommandProgram, wordsOfCommand } from './electron/commandProgram'

const words = wordsOfCommand(process.argv)
if (words === null) startApp()
else void runCommandProgram(words)
