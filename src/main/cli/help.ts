import { argumentHelp, commandHelp, commandNames, helpHeadings, optionHelp, type Bilingual, type CommandName } from '../../shared/text/helpTexts'
import { entriesOf, globalOptions } from './arguments'
import type { ArgumentSpec, Command, OptionSpec, OptionTable } from './command'
import { padCells } from './textTable'
import { typedAs } from './typedAs'

type Language = keyof Bilingual

/** Help of the whole program, first in Chinese, then in English. */
export function programHelp(available: readonly CommandName[]): string {
  return inBothLanguages((language) => [
    `${helpHeadings.usage[language]}: ${typedAs()} <${argumentHelp.command[language]}> [--help]`,
    '',
    `${helpHeadings.commands[language]}:`,
    ...aligned(commandNames.filter((name) => available.includes(name)).map((name) => [name, commandHelp[name][language]])),
    '',
    ...optionLines(helpHeadings.global[language], globalOptions, language),
  ])
}

export function commandUsage(command: Command): string {
  return inBothLanguages((language) => [
    commandHelp[command.name][language],
    '',
    `${helpHeadings.usage[language]}: ${usageLine(command, language)}`,
    ...command.arguments.flatMap((argument) => (argument.choices ? [`  <${argumentHelp[argument.name][language]}> ${choicesOf(argument.choices, language)}`] : [])),
    '',
    ...optionLines(helpHeadings.options[language], command.options, language),
    ...optionLines(helpHeadings.global[language], globalOptions, language),
  ])
}

function inBothLanguages(lines: (language: Language) => string[]): string {
  return [...lines('zh'), '', ...lines('en')].join('\n')
}

function usageLine(command: Command, language: Language): string {
  const required = entriesOf(command.options).filter(([, spec]) => spec.required)
  const words = [
    command.name,
    ...command.arguments.map((argument) => argumentMark(argument, language)),
    ...required.map(([name]) => `--${name} …`),
  ]
  return `${typedAs()} ${words.join(' ')} [--…]`
}

function argumentMark({ name, isOptional, isRepeated }: ArgumentSpec, language: Language): string {
  const word = `<${argumentHelp[name][language]}>`
  return isOptional ? `[${word}]` : isRepeated ? `${word} …` : word
}

function optionLines(heading: string, table: OptionTable, language: Language): string[] {
  const options = entriesOf(table)
  if (options.length === 0) return []
  return [`${heading}:`, ...aligned(options.map(([name, spec]) => [`--${name}${valueMark(spec)}`, describe(name, spec, language)])), '']
}

function describe(name: keyof typeof optionHelp, spec: OptionSpec, language: Language): string {
  const text = optionHelp[name][language]
  return spec.type === 'choice' ? `${text} (${choicesOf(spec.choices, language)})` : text
}

function choicesOf(choices: readonly string[], language: Language): string {
  return `${helpHeadings.choices[language]}: ${choices.join(' | ')}`
}

function valueMark(spec: OptionSpec): string {
  if (spec.type === 'flag') return ''
  return spec.type === 'date' ? ' <date>' : spec.type === 'whole' ? ' <n>' : ' <…>'
}

function aligned(rows: string[][]): string[] {
  return padCells(rows).map((cells) => `  ${cells.join('  ').trimEnd()}`)
}
