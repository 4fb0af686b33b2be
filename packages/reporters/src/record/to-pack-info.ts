import type { Pack, PackInfo } from '@gouji/core'

/** What a result says of a pack. */
export const toPackInfo = ({ name, version, edition, integrity, status }: Pack): PackInfo => ({
  name,
  version,
  edition,
  integrity,
  status,
})
