/** The text with U+FFFD for every half of a surrogate pair that stands alone: no encoding has those. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')
