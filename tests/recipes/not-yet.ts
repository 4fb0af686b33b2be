/**
 * What stands before the packed program until the formats and options that the recipes name are here. Once they are,
 * this file goes, and the one line of packed-gouji.ts that asks for it.
 */
export const NOT_YET = `
process.argv = process.argv
  .filter((arg) => arg !== '--no-config')
  .map((arg) => arg.replace(/^--format=github$/, '--format=terminal').replace(/^--output=(?:sarif-github|junit|gitlab)=/, '--output=json='))
`
