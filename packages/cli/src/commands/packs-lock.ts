import { readFile } from 'node:fs/promises'
import { type Lang, say } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { EXIT, type ExitStatus } from '../exit-status.js'
import { complain, tell } from '../output/standard-output.js'
import { writeWhole } from '../output/write-whole.js'
import { allPacks, loadPacks } from '../packs/load-packs.js'
import { type LockedPack, lockProblem } from '../project/lock.js'
import { lockText } from '../project/lock-text.js'
import { openLock, type Project } from '../project/project.js'
import { shownPath } from '../project/shown-path.js'
import { readSettings } from '../settings/settings.js'
import { UsageError } from '../usage-error.js'

/** Locks the loaded packs: from now on no other judges. With `--check` tells whether that would change the lock. */
export const packsLock = async (args: YargsArguments): Promise<ExitStatus> => {
  const { lang, packs, project } = await readSettings(args)
  const loaded = allPacks(await loadPacks(packs, null, lang)).map(({ pack }) => pack)
  const text = lockText(loaded)
  const file = shownPath(project.lockFile)
  if (args.check === true) {
    if (!(await isWritten(text, project.lockFile))) {
      await tellChanges(project, loaded, lang)
      return EXIT.unusable
    }
    await tell(say(lang, `${file} 不用改\n`, `${file} is up to date\n`))
    return EXIT.clean
  }
  await writeWhole(project.lockFile, text)
  await tell(say(lang, `已锁定 ${loaded.length} 个规则包：${file}\n`, `locked ${loaded.length} pack(s): ${file}\n`))
  return EXIT.clean
}

/** Whatever line ends a checkout gave it. */
const isWritten = async (text: string, file: string): Promise<boolean> =>
  (await readFile(file, 'utf8').catch(() => null))?.replaceAll('\r\n', '\n') === text

const tellChanges = async (project: Project, loaded: readonly LockedPack[], lang: Lang): Promise<void> => {
  const file = shownPath(project.lockFile)
  const lock = (await openLock(project, lang))?.lock
  if (lock === undefined)
    throw new UsageError(
      say(lang, `还没有 ${file}，运行 gouji packs lock 写出`, `there is no ${file} yet: run gouji packs lock`),
    )
  const names = new Set(loaded.map(({ name }) => name))
  for (const pack of loaded) {
    const problem = lockProblem(pack, lock, lang)
    if (problem !== null) complain(problem)
  }
  for (const name of lock.packs.keys())
    if (!names.has(name))
      complain(
        say(lang, `${file}: 规则包 ${name} 锁定了而没有加载`, `${file}: the pack ${name} is locked and not loaded`),
      )
  complain(say(lang, `${file} 要改：运行 gouji packs lock`, `${file} would change: run gouji packs lock`))
}
