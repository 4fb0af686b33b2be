import type { Completed, CompletedCommand, CompletedOption } from './describe-commands.js'
import { quote } from './quote.js'

/** A script for bash 3.2 and later. Names of files are left to readline, which knows how to quote them. */
export const bashScript = (commands: readonly CompletedCommand[], globals: readonly CompletedOption[]): string => {
  const all = [{ name: '', options: globals, positionals: [firstWords(commands)] }, ...commands]
  const values = all.flatMap(({ name, options }) =>
    options.flatMap(({ flag, value }) => (value === null ? [] : [[`${name} ${flag}`, value] as const])),
  )
  const valued = [...new Set(values.map(([key]) => key.slice(key.lastIndexOf(' ') + 1)))]
  const positionals = all.flatMap(({ name, positionals }) =>
    positionals.map(
      (value, index) =>
        [`${name} ${index === positionals.length - 1 && value.kind === 'files' ? '*' : index}`, value] as const,
    ),
  )
  return `# Completion of gouji for bash: source <(gouji completion bash)
_gouji() {
  # Bash parts words at "=" too; here they are whole again.
  local words=() count=0 word
  for word in "\${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
    if [[ $count -gt 0 && ( $word == '=' || \${words[count-1]} == *'=' ) ]]; then
      words[count-1]+=$word
    else
      words[count]=$word
      count=$((count + 1))
    fi
  done
  local current=\${words[count-1]} flag='' value='' command='' place=0 index
  for ((index = 1; index < count - 1; index++)); do
    word=\${words[index]}
    case $word in
      ${valued.join(' | ')})
        if ((index == count - 2)); then flag=$word; fi
        index=$((index + 1)) ;;
      -*) ;;
      *)
        case "$command $word" in
          ${commands.map(({ name }) => quote(name.includes(' ') ? name : ` ${name}`)).join(' | ')}) command=\${command:+$command }$word place=0 ;;
          *) place=$((place + 1)) ;;
        esac ;;
    esac
  done
  if [[ -n $flag ]]; then
    value=$current
  elif [[ $current == --*=* ]]; then
    flag=\${current%%=*} value=\${current#*=}
  fi
  COMPREPLY=()
  if [[ -n $flag ]]; then
    case "$command $flag" in
${arms(values)}
    esac
  elif [[ $current == -* ]]; then
    case $command in
${all.map(({ name, options }) => `      ${quote(name)}) _gouji_words ${quote(options.map(({ flag }) => flag).join(' '))} "$current" ;;`).join('\n')}
    esac
  else
    value=$current
    case "$command $place" in
${arms(positionals)}
      *) _gouji_nothing ;;
    esac
  fi
}
_gouji_words() {
  COMPREPLY=($(compgen -W "$1" -- "$2"))
  if [[ \${#COMPREPLY[@]} -eq 0 ]]; then _gouji_nothing; fi
}
_gouji_keys() {
  if [[ $2 == *=* ]]; then return; fi
  compopt -o nospace 2> /dev/null
  COMPREPLY=($(compgen -S = -W "$1" -- "$2"))
}
# No name of a file either.
_gouji_nothing() {
  compopt +o default 2> /dev/null
  COMPREPLY=()
}
complete -o default -F _gouji gouji
`
}

const firstWords = (commands: readonly CompletedCommand[]): Completed => ({
  kind: 'words',
  words: commands.map(({ name }) => name).filter((name) => !name.includes(' ')),
})

/** Nothing is said, so that readline looks for files. */
const FILES = ':'

/** The arms of a case, one for each way to complete. */
const arms = (entries: readonly (readonly [key: string, value: Completed])[]): string => {
  const keysOf = new Map<string, string[]>()
  for (const [key, value] of entries) {
    const action = actionOf(value)
    keysOf.set(action, [...(keysOf.get(action) ?? []), quote(key).replace(/ \*'$/, " '*")])
  }
  // Files last: they stand for the arguments that no other arm takes.
  return [...keysOf]
    .sort(([a], [b]) => Number(a === FILES) - Number(b === FILES))
    .map(([action, keys]) => `      ${keys.join(' | ')}) ${action} ;;`)
    .join('\n')
}

const actionOf = (value: Completed): string => {
  switch (value.kind) {
    case 'files':
      return FILES
    case 'words':
      return `_gouji_words ${quote(value.words.join(' '))} "$value"`
    case 'keys':
      return `_gouji_keys ${quote(value.words.join(' '))} "$value"${value.thenFiles ? '' : '; [[ $value != *=* ]] || _gouji_nothing'}`
    default:
      return '_gouji_nothing'
  }
}
