/** How many bytes a property's value has, by the kind in its number; 0 where the first of them tells. */
const LENGTHS = [1, 1, 2, 4, 2, 2, 0, 3]
const TABS = 0xc615
const TABLE = 0xd608

/** Each property from one byte to another, with where its value is. */
export const eachProperty = (
  view: DataView,
  start: number,
  end: number,
  visit: (property: number, at: number) => void,
): void => {
  for (let at = start; at + 2 < end; ) {
    const property = view.getUint16(at, true)
    at += 2
    visit(property, at)
    at += LENGTHS[property >> 13] || lengthAt(view, at, property)
  }
}

/** The properties of two are longer than a byte can tell. */
const lengthAt = (view: DataView, at: number, property: number): number => {
  if (property === TABLE) return view.getUint16(at, true) + 1
  const length = view.getUint8(at)
  if (property !== TABS || length < 255) return length + 1
  const gone = view.getUint8(at + 1)
  return 3 + gone * 4 + view.getUint8(at + 2 + gone * 4) * 3
}
