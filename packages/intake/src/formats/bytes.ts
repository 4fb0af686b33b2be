/** A character for each byte. */
export const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** Where the characters, a byte each, stand first at or after `from`; -1 where they do not. */
export const indexOfText = (bytes: Uint8Array, text: string, from = 0): number => {
  const first = text.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 1
    while (length < text.length && bytes[at + length] === text.charCodeAt(length)) length++
    if (length === text.length) return at
  }
  return -1
}
