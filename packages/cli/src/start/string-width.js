// Stands for string-width in the bundle. The real one compiles its tables of emoji when it is first asked, which costs
// more than an audit; here it is asked only for what is neither ASCII nor common in Chinese text.

/** Columns of the text where every character of it is common; else -1. */
const quickWidth = (text) => {
  let width = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x20 && code <= 0x7e) width += 1
    // Ideographs, CJK punctuation, full-width forms.
    else if (
      (code >= 0x4e00 && code <= 0x9fff) ||
      (code >= 0x3001 && code <= 0x3029) ||
      (code >= 0xff01 && code <= 0xff60)
    )
      width += 2
    // Dashes, quotation marks, the ellipsis, the middle dot: narrow where the terminal does not say otherwise.
    else if ((code >= 0x2010 && code <= 0x2026) || code === 0xb7 || code === 0x2212) width += 1
    else return -1
  }
  return width
}

export default (text, options) => {
  const width = typeof text === 'string' && options === undefined ? quickWidth(text) : -1
  return width >= 0 ? width : require('string-width').default(text, options)
}
