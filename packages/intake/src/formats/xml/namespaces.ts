/** By its address, the prefix by which a namespace is known here. */
export type Namespaces = ReadonlyMap<string, string>

export type Attributes = Readonly<Record<string, string>>

/** What the prefixes mean within an element. */
export interface Scope {
  readonly above: Scope | null
  /** What the element itself declares: by the document's prefix the known one, `?` for a namespace that is not known. */
  readonly own: ReadonlyMap<string, string>
  /** Whether every name is already as it is known here. */
  readonly isPlain: boolean
  readonly names: Map<string, string>
}

/** Before anything is declared prefixes are believed to be the known ones. */
export const OPEN: Scope = { above: null, own: new Map(), isPlain: true, names: new Map() }

/** The scope within an element with these attributes; `above` itself where they declare nothing. */
export const scopeWithin = (above: Scope, attributes: Attributes, known: Namespaces): Scope => {
  let own: Map<string, string> | null = null
  let { isPlain } = above
  for (const name in attributes) {
    if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue
    const prefix = name.slice(6)
    const is = known.get(attributes[name]!) ?? '?'
    own ??= new Map()
    own.set(prefix, is)
    isPlain &&= is === '?' ? !isKnown(prefix, known) : is === prefix
  }
  return own ? { above, own, isPlain, names: new Map() } : above
}

const isKnown = (prefix: string, known: Namespaces): boolean => {
  for (const usual of known.values()) if (usual === prefix) return true
  return false
}

/** The name with the prefix that is known here. */
export const knownName = (name: string, scope: Scope): string => {
  if (scope.isPlain) return name
  let is = scope.names.get(name)
  if (is === undefined) {
    const colon = name.indexOf(':')
    const prefix = prefixIn(scope, colon < 0 ? '' : name.slice(0, colon))
    is = prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`
    scope.names.set(name, is)
  }
  return is
}

const prefixIn = (scope: Scope, prefix: string): string | undefined => {
  for (let at: Scope | null = scope; at; at = at.above) {
    const is = at.own.get(prefix)
    if (is !== undefined) return is
  }
  return undefined
}

/** The attributes by their known names; one without a prefix is in no namespace. */
export const knownAttributes = (attributes: Attributes, scope: Scope): Attributes => {
  if (scope.isPlain) return attributes
  const is: Record<string, string> = {}
  for (const name in attributes) is[name.includes(':') ? knownName(name, scope) : name] = attributes[name]!
  return is
}
