// The runner trims the line first and compares without regard to what is not printed; colours are passed over, too.
const COMMAND = /^((?:[\s\p{Cc}\p{DI}]|\[[\d;]*m)*:)(\p{DI}*:)/u
const OLD_COMMAND = /(#\p{DI}*#)(\p{DI}*\[)/gu

/**
 * The line so that GitHub's runner takes it for text, wherever it is printed: the runner obeys a line that begins with
 * `::name::` and a `##[name]` anywhere. A blank parts what would be obeyed; every other line is left as it is.
 */
export const inertLine = (line: string): string => line.replace(COMMAND, '$1 $2').replace(OLD_COMMAND, '$1 $2')
