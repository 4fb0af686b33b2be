// yargs publishes no types of its own. What this program uses of it.
declare module 'yargs' {
  export interface YargsOption {
    readonly type?: 'string' | 'boolean'
    readonly array?: boolean
    readonly nargs?: number
    readonly requiresArg?: boolean
    readonly choices?: readonly string[]
    readonly describe?: string
    readonly group?: string
  }
  export type YargsArguments = Readonly<Record<string, unknown>> & { readonly _: readonly (string | number)[] }
  export interface Yargs {
    scriptName(name: string): Yargs
    usage(text: string): Yargs
    locale(name: string): Yargs
    updateStrings(strings: Readonly<Record<string, unknown>>): Yargs
    command(
      command: string,
      describe: string,
      builder: (yargs: Yargs) => Yargs,
      handler: (args: YargsArguments) => void,
    ): Yargs
    positional(name: string, option: YargsOption): Yargs
    option(name: string, option: YargsOption): Yargs
    options(options: Readonly<Record<string, YargsOption>>): Yargs
    example(command: string, text: string): Yargs
    epilogue(text: string): Yargs
    help(name: string, describe: string): Yargs
    version(enabled: false): Yargs
    version(name: string, describe: string, version: string): Yargs
    strict(): Yargs
    exitProcess(enabled: boolean): Yargs
    showHelpOnFail(enabled: boolean): Yargs
    parserConfiguration(configuration: Readonly<Record<string, boolean>>): Yargs
    wrap(columns: number): Yargs
    fail(handler: (message: string | null, error: Error | undefined) => void): Yargs
    getHelp(): Promise<string>
    parseAsync(): Promise<YargsArguments>
  }
  export default function yargs(args: readonly string[]): Yargs
}
