/** The view with every text in it changed, so that none is forgotten. */
export const mapTexts = <View>(view: View, change: (text: string) => string): View => {
  if (typeof view === 'string') return change(view) as View
  if (Array.isArray(view)) return view.map((each) => mapTexts(each, change)) as View
  if (typeof view !== 'object' || view === null) return view
  return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, mapTexts(value, change)])) as View
}
