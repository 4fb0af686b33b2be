/**
 * What stands before the packed program until it knows `--no-config`, which every recipe gives. Once it does, this file
 * goes, and the line of packed-gouji.ts that asks for it.
 */
export const NOT_YET = `process.argv = process.argv.filter((arg) => arg !== '--no-config')\n`
