/** The text, cut to so many characters with a mark of it where it has more. */
export const shortened = (text: string, longest = 60): string => {
  const characters = [...text]
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`
}
