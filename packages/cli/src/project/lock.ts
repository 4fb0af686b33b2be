import type { Pack } from '@gouji/core'
import { type Lang, say } from '@gouji/reporters'
import { shownPath } from './shown-path.js'

/** A pack as a lock holds it. Its integrity covers its code, too. */
export type LockedPack = Pick<Pack, 'name' | 'version' | 'integrity'>

/** The packs that may judge, and the file that says so. */
export interface Lock {
  readonly file: string
  readonly packs: ReadonlyMap<string, LockedPack>
}

export const LOCK_NAME = 'gouji.lock.yaml'

/** What a loaded pack has against the lock, and what to do; `null` where it is the locked one. */
export const lockProblem = (pack: LockedPack, { file, packs }: Lock, lang: Lang): string | null => {
  const locked = packs.get(pack.name)
  if (locked?.integrity === pack.integrity && locked.version === pack.version) return null
  const loaded = shown(pack)
  const [zh, en] =
    locked === undefined
      ? [`没有锁定，加载的是 ${loaded}`, `is not locked, and loaded is ${loaded}`]
      : [`锁定的是 ${shown(locked)}，加载的是 ${loaded}`, `is locked as ${shown(locked)}, and loaded is ${loaded}`]
  return say(
    lang,
    `${shownPath(file)}: 规则包 ${pack.name} ${zh}；确要更换就运行 gouji packs lock`,
    `${shownPath(file)}: the pack ${pack.name} ${en}; if that is meant, run gouji packs lock`,
  )
}

const shown = ({ version, integrity }: LockedPack): string => `${version} (${integrity.slice(0, 19)}…)`
