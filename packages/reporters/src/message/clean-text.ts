// Control and format characters, which a document may hold and a terminal would obey.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/g

/** The text on one line, without characters that are not printed. */
export const cleanText = (text: string): string => text.replace(UNPRINTABLE, ' ')
