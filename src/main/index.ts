import { startApp } from './electron/app'
import { runCommandProgram, wordsOfCommand } from './electron/commandProgram'
import { keepDataBeside, programPlace, refuseReadOnly, startChosenVersion } from './electron/programPlace'

const words = wordsOfCommand(process.argv)
const place = programPlace()
const canKeep = keepDataBeside(place)
if (!startChosenVersion(place, words !== null)) {
  if (words !== null) void runCommandProgram(words)
  else if (canKeep) startApp(place)
  else refuseReadOnly(place)
}
