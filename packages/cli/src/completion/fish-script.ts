import type { Completed, CompletedCommand, CompletedOption } from './describe-commands.js'

/** A script for fish 3 and later. */
export const fishScript = (commands: readonly CompletedCommand[], globals: readonly CompletedOption[]): string => {
  const firsts = commands.filter(({ name }) => !name.includes(' '))
  const seconds = commands.filter(({ name }) => name.includes(' '))
  return `# Completion of gouji for fish: gouji completion fish > ~/.config/fish/completions/gouji.fish
# Whether the line so far has this command, and this many arguments where a number is given.
function __gouji_at
    set -l words (commandline -opc)[2..-1]
    set -l command
    set -l place 0
    set -l skip 0
    for word in $words
        if test $skip = 1
            set skip 0
        else if contains -- $word ${[...new Set(commands.flatMap(({ options }) => options).flatMap(({ flag, value }) => (value === null ? [] : [flag])))].join(' ')}
            set skip 1
        else if string match -q -- '-*' $word
        else if test -z "$command"; or contains -- "$command $word" ${seconds.map(({ name }) => quoteFish(name)).join(' ')}
            set command (string trim -- "$command $word")
        else
            set place (math $place + 1)
        end
    end
    test "$command" = "$argv[1]"; and begin
        test (count $argv) = 1; or test $place = $argv[2]
    end
end
complete -c gouji -f
${[
  ...globals.map((option) => optionLine('', option)),
  ...firsts.map(({ name, about }) => `complete -c gouji -n '__gouji_at ""' -a ${name} -d ${quoteFish(about)}`),
  ...commands.flatMap(({ name, options, positionals }) => [
    ...options.map((option) => optionLine(name, option)),
    ...positionals.map((value, index) => {
      const place = index < positionals.length - 1 || value.kind === 'words' ? ` ${index}` : ''
      return `complete -c gouji -n ${quoteFish(`__gouji_at "${name}"${place}`)} ${flagsOf(value)}`
    }),
  ]),
].join('\n')}
`
}

const optionLine = (name: string, { flag, about, value }: CompletedOption): string =>
  `complete -c gouji -n ${quoteFish(`__gouji_at "${name}"`)} -l ${flag.slice(2)}${value === null ? '' : ` -r ${flagsOf(value)}`} -d ${quoteFish(about)}`

const flagsOf = (value: Completed): string => {
  switch (value.kind) {
    case 'files':
      return '-F'
    case 'words':
      return `-f -a ${quoteFish(value.words.join(' '))}`
    case 'keys':
      return `${value.thenFiles ? '-F' : '-f'} -a ${quoteFish(value.words.map((word) => `${word}=`).join(' '))}`
    default:
      return '-f'
  }
}

const quoteFish = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`
