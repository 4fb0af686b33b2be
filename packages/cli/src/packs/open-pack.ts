import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { integrityText, loadPack, mergedCode, type Pack, PackError, type PackProblem } from '@gouji/core'
import { type Lang, say } from '@gouji/reporters'
import { decodeJson } from '../inputs/decode-json.js'
import { parseJson } from '../inputs/parse-json.js'
import { type Lock, lockProblem } from '../project/lock.js'
import { UsageError } from '../usage-error.js'
import { askedProblems } from './asked-problems.js'
import { findPackFile } from './find-pack-file.js'
import type { LoadedPack } from './load-packs.js'
import { integrityOf, openCode } from './open-code.js'
import type { PackRequest } from './pack-request.js'

/**
 * Opens a pack.json that the user named: its hash, its code's hash, its shape and its rules are checked, and before its
 * code runs, what was asked of it. Throws UsageError with all problems.
 */
export const openPack = async (request: PackRequest, lang: Lang, lock: Lock | null = null): Promise<LoadedPack> => {
  const at = request.place === undefined ? '' : `${request.place}: `
  const file = await findPackFile(request)
  if (file === null)
    throw new UsageError(
      at +
        say(
          lang,
          `找不到规则包 ${request.name}：请给出 pack.json 或它所在的文件夹，或已安装的包名；规则源文件先用 gouji pack build 构建`,
          `there is no pack ${request.name}: give a pack.json, its folder, or the name of an installed package; build a pack's source with gouji pack build first`,
        ),
    )
  const shown = relative(process.cwd(), file) || file
  const refuse = (problems: readonly Pick<PackProblem, 'pointer' | 'message'>[], cause?: unknown): UsageError =>
    new UsageError(
      [
        at +
          say(
            lang,
            `规则包 ${shown} 不能使用，共 ${problems.length} 个问题：`,
            `the pack ${shown} cannot be used: ${problems.length} problem(s)`,
          ),
        ...problems.map(({ pointer, message }) => `  ${shown}${pointer && `#${pointer}`}: ${message}`),
      ],
      { cause },
    )
  const value = await readFile(file)
    .then(decodeJson)
    .then(parseJson)
    .catch((error: Error) => {
      throw refuse([{ pointer: '', message: error.message }], error)
    })
  try {
    const pack = value as Pack | null
    // Without its hash it is no pack, and none of its code is to run.
    if (typeof pack?.integrity !== 'string') return { compiled: loadPack(value), file: shown }
    if (integrityOf(integrityText(pack)) !== pack.integrity)
      throw new PackError('', [
        { code: 'INTEGRITY', pointer: '/integrity', message: 'the content is not what was built; build the pack anew' },
      ])
    const asked = askedProblems(pack, request, lang)
    const unlocked = lock === null ? null : lockProblem(pack, lock, lang)
    const refused = unlocked === null ? asked : [...asked, unlocked]
    if (refused.length > 0) throw new UsageError(refused)
    const code = mergedCode((await openCode(pack, file)).map(({ exports }) => exports))
    return { compiled: loadPack(value, code), file: shown }
  } catch (error) {
    if (error instanceof PackError) throw refuse(error.problems, error)
    throw error
  }
}
