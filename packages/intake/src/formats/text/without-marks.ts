const HEADING = /^#{1,6}\s+(.*?)\s*#*$/u
const STRONG = /^(\*\*|__)(?!\s)(.*[^\s*_])\1$/u
const LONGEST = 300

/** The text without the marks that Markdown sets around bold text and, in a line, before a heading. */
export const withoutMarks = (text: string, isLine = false): string => {
  const first = text[0]
  if ((first !== '#' && first !== '*' && first !== '_') || text.length > LONGEST) return text
  return (isLine ? text.replace(HEADING, '$1') : text).replace(STRONG, '$2')
}
