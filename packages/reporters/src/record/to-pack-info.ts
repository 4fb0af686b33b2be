import { type Pack, type PackInfo, statusOf } from '@gouji/core'

/** What a result says of a pack: its status is that of the day. */
export const toPackInfo = (pack: Pack, asOf: string): PackInfo => {
  const { name, version, edition, integrity } = pack
  return { name, version, edition, integrity, status: statusOf(pack, asOf) }
}
