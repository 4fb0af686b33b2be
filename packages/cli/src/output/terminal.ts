import type { YargsArguments } from 'yargs'

/** Columns of a file or a pipe. */
const PLAIN_WIDTH = 100

/** How standard output is to be written to: colour if asked for, else on a terminal unless NO_COLOR says no. */
export const terminalOf = ({ color }: YargsArguments): { readonly color: boolean; readonly width: number } => {
  const { isTTY, columns } = process.stdout
  const { NO_COLOR = '', TERM } = process.env
  return {
    color: typeof color === 'boolean' ? color : isTTY === true && NO_COLOR === '' && TERM !== 'dumb',
    width: isTTY === true && columns > 0 ? columns : PLAIN_WIDTH,
  }
}
