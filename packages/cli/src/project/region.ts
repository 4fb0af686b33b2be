/** Two digits for the province, the city and the county, three for the township and the village. */
const CODE = /^(\d\d)(\d\d)?(\d\d)?(\d{3})?(\d{3})?$/

/**
 * Whether a body's region lies in another: whether its name begins with the other's, or its GB/T 2260 code with the
 * other's code less the zeros that stand for all of a level.
 */
export const isOfRegion = (own: string, region: string): boolean => own.trim().startsWith(withoutZeros(region.trim()))

const withoutZeros = (region: string): string => {
  const [, ...levels] = CODE.exec(region) ?? []
  const given = levels.filter((level) => level !== undefined)
  while (given.length > 1 && /^0+$/.test(given.at(-1)!)) given.pop()
  return given.length === 0 ? region : given.join('')
}
