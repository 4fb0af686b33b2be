/** Where a symbol font's own characters are kept: 0xF0 and the character's byte. */
const PRIVATE = 0xf000

/** A character given by font and code: as it stands where only its font tells what it shows, so that it is seen not to be read. */
export const symbolOf = (font: string, code: string): string => {
  const value = Number.parseInt(code, 16)
  if (Number.isNaN(value) || value < 32 || value > 0xffff || (value >= 0xd800 && value < 0xe000)) return '\uFFFD'
  // The digits and signs of the Symbol font are those of ASCII.
  const byte = value >= PRIVATE && value <= PRIVATE + 0xff ? value - PRIVATE : value
  return String.fromCharCode(font === 'Symbol' && byte >= 0x20 && byte < 0x40 ? byte : value)
}
