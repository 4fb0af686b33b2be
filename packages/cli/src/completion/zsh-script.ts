import type { Completed, CompletedCommand, CompletedOption } from './describe-commands.js'
import { quote } from './quote.js'

/** A script for zsh: to source after compinit, or to keep as _gouji in a folder of fpath. */
export const zshScript = (commands: readonly CompletedCommand[], globals: readonly CompletedOption[]): string => {
  const firsts = commands.filter(({ name }) => !name.includes(' '))
  return `#compdef gouji
# Completion of gouji for zsh: source <(gouji completion zsh)
_gouji() {
  local command='' index=2
  while (( index < CURRENT )); do
    case $words[index] in
      --lang) (( index += 2 )) ;;
      -*) (( index += 1 )) ;;
      *) command=$words[index]; break ;;
    esac
  done
  if [[ -z $command ]]; then
    _arguments ${globals.map(optionSpec).join(' ')} '1:command:_gouji_commands'
    return
  fi
  if (( index + 1 < CURRENT )); then
    case "$command $words[index+1]" in
      ${commands
        .filter(({ name }) => name.includes(' '))
        .map(({ name }) => quote(name))
        .join(' | ')}) command+=" $words[index+1]"; (( index += 1 )) ;;
    esac
  fi
  words=(gouji "\${(@)words[index+1,-1]}")
  (( CURRENT -= index - 1 ))
  case $command in
${commands
  .map(
    ({ name, options, positionals }) =>
      `    ${quote(name)})\n      _arguments \\\n${[...options.map(optionSpec), ...positionals.map(positionalSpec)]
        .map((spec) => `        ${spec}`)
        .join(' \\\n')} ;;`,
  )
  .join('\n')}
  esac
}
_gouji_commands() {
  local -a commands=(
${firsts.map(({ name, about }) => `    ${quote(`${name}:${about}`)}`).join('\n')}
  )
  _describe command commands
}
_gouji_keys() {
  local rest=$1
  shift
  if compset -P 1 '*='; then
    if [[ $rest == files ]]; then _files; fi
  else
    compadd -S = -- "$@"
  fi
}
if [[ $funcstack[1] == _gouji ]]; then _gouji "$@"; else compdef _gouji gouji; fi
`
}

const optionSpec = ({ flag, about, isRepeatable, value }: CompletedOption): string => {
  const text = `[${about.replace(/[[\]\\:]/g, '\\$&')}]`
  const star = isRepeatable ? '*' : ''
  return quote(value === null ? `${star}${flag}${text}` : `${star}${flag}=${text}:${flag.slice(2)}:${actionOf(value)}`)
}

const positionalSpec = (value: Completed, index: number, all: readonly Completed[]): string =>
  quote(`${index === all.length - 1 && value.kind === 'files' ? '*' : index + 1}:argument:${actionOf(value)}`)

const actionOf = (value: Completed): string => {
  switch (value.kind) {
    case 'files':
      return '_files'
    case 'words':
      return `(${value.words.join(' ')})`
    case 'keys':
      return `{ _gouji_keys ${value.thenFiles ? 'files' : 'nothing'} ${value.words.join(' ')} }`
    default:
      return ' '
  }
}
