import type { Pack } from '../types.js'

/** The text whose sha512 is a pack's integrity: the document without that key, as JSON, keys in the order they stand. */
export const integrityText = ({
  integrity: _,
  ...rest
}: Omit<Pack, 'integrity'> & { readonly integrity?: string }): string => JSON.stringify(rest)
