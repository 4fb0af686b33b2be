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
  const was = locked === undefined ? say(lang, '没有', 'nothing') : shown(locked)
  return say(
    lang,
    `${shownPath(file)}: 规则包 ${pack.name} 锁定的是 ${was}，加载的是 ${shown(pack)}；确要更换就运行 gouji packs lock`,
    `${shownPath(file)}: of the pack ${pack.name} is locked ${was}, and loaded ${shown(pack)}; if that is meant, run gouji packs lock`,
  )
}

const shown = ({ version, integrity }: LockedPack): string => `${version} (${integrity.slice(0, 19)}…)`
