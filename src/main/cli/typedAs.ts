/** How a person starts the command line here: the launcher of an installed program says so, else it is the checkout's. */
export function typedAs(env: NodeJS.ProcessEnv = process.env): string {
  return env['BIAOZHI_COMMAND'] ?? 'npm run -s cli --'
}
