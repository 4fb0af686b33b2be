import { textWidth } from './text-width.js'

// A number, a word, a short remark in brackets stays whole, a last quote with what it closes; any other character may end a line.
const TOKEN = /."$|〔[^〕]{1,4}〕|[!-~０-９．−–]+|\s+|./gsu
const OPENS = /^[([“‘《〈【〔（「『]+$/u
const CLOSES = /^(?:〔.+〕|[,.;:!?)\]}%].*|[”’》〉】〕）」』，。、；：！？…％·]+"?)$/u

/** The text in lines of at most so many columns. Numbers stay whole, and no line begins with a closing mark or ends with an opening one. */
export const wrapText = (text: string, width: number): string[] => {
  const most = Math.max(width, 8)
  const lines: string[] = []
  let line = ''
  let columns = 0
  for (const unit of unitsOf(text)) {
    const blank = unit.trim() === ''
    const size = textWidth(unit)
    if (columns + size <= most) {
      if (blank && line === '') continue
      line += unit
      columns += size
    } else if (blank) {
      lines.push(line)
      line = ''
      columns = 0
    } else {
      if (line.trim() !== '') lines.push(line)
      const parts = size <= most ? [unit] : cut(unit, most)
      lines.push(...parts.slice(0, -1))
      line = parts.at(-1)!
      columns = textWidth(line)
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line)
  return lines.map((each) => each.trimEnd())
}

/** Runs between which a line may break. */
const unitsOf = (text: string): string[] => {
  const units: string[] = []
  let glued = false
  for (const [token] of text.matchAll(TOKEN)) {
    const last = units.length - 1
    if (last >= 0 && (glued || (CLOSES.test(token) && units[last]!.trim() !== ''))) units[last] += token
    else units.push(token)
    glued = OPENS.test(token)
  }
  return units
}

const cut = (text: string, width: number): string[] => {
  const parts = ['']
  for (const character of text) {
    const last = parts.length - 1
    if (textWidth(parts[last]! + character) > width) parts.push(character)
    else parts[last] += character
  }
  return parts
}
