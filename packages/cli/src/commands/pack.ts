import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { compilePack, mergedCode, type Pack, PackError, type PackProblem } from '@gouji/core'
import { type BuildResult, type BuiltCode, buildPack, publishedOf, testPack } from '@gouji/core/build'
import { type Lang, say } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { EXIT, type ExitStatus } from '../exit-status.js'
import { complain, tell } from '../output/standard-output.js'
import { writeWhole } from '../output/write-whole.js'
import { readPackSource, type SourceFolder } from '../packs/read-pack-source.js'
import { textArgument } from '../settings/arguments.js'
import { readSettings } from '../settings/settings.js'

/** Builds, checks or tests a pack from its source, or keeps what of it is published. */
export const pack = async (args: YargsArguments): Promise<ExitStatus> => {
  const { lang } = await readSettings(args)
  const folder = textArgument(args, 'folder', lang) ?? '.'
  const source = await readPackSource(folder, lang)
  const built = build(source)
  if (built.pack === null) {
    tellProblems(built.problems, folder, lang)
    return EXIT.unusable
  }
  switch (textArgument(args, 'action', lang)) {
    case 'build':
      return write(built.pack, built.code, folder, lang)
    case 'test':
      return test(built.pack, built.code, folder, lang)
    case 'release':
      return release(built.pack, folder, lang)
    default:
      await tell(
        say(
          lang,
          `${built.pack.name} ${built.pack.version}：没有问题，${built.pack.rules.length} 条规则\n`,
          `${built.pack.name} ${built.pack.version}: no problems, ${built.pack.rules.length} rules\n`,
        ),
      )
      return EXIT.clean
  }
}

const sha512 = (text: string): string => createHash('sha512').update(text).digest('base64')

const build = ({ files, ...inputs }: SourceFolder): BuildResult => {
  try {
    return buildPack(files, { sha512 }, inputs)
  } catch (error) {
    if (error instanceof PackError) return { pack: null, problems: error.problems }
    throw error
  }
}

const tellProblems = (problems: readonly PackProblem[], folder: string, lang: Lang): void => {
  for (const { file, line, pointer, message } of problems)
    complain(
      `${file === undefined ? folder : join(folder, file)}:${line ?? 1}: ${message}${file === undefined && pointer ? ` (${pointer})` : ''}`,
    )
  complain(say(lang, `共 ${problems.length} 个问题`, `${problems.length} problem(s)`))
}

const write = async (built: Pack, code: readonly BuiltCode[], folder: string, lang: Lang): Promise<ExitStatus> => {
  const target = join(folder, 'dist')
  await mkdir(target, { recursive: true })
  // The code goes first: a pack.json never names code that is not there.
  for (const { file, text } of code) await writeWhole(join(target, file), text)
  await writeWhole(join(target, 'pack.json'), `${JSON.stringify(built)}\n`)
  const file = join(target, 'pack.json')
  await tell(
    say(
      lang,
      `已写出 ${file}：${built.name} ${built.version}，${built.rules.length} 条规则\n${built.integrity}\n`,
      `wrote ${file}: ${built.name} ${built.version}, ${built.rules.length} rules\n${built.integrity}\n`,
    ),
  )
  return EXIT.clean
}

/** Keeps what is published now, so that no later rule can change under the same version. */
const release = async (built: Pack, folder: string, lang: Lang): Promise<ExitStatus> => {
  const file = join(folder, 'published.json')
  await writeWhole(file, `${JSON.stringify(publishedOf(built, sha512), null, 2)}\n`)
  await tell(
    say(
      lang,
      `已记下 ${built.name} ${built.version} 发布时的 ${built.rules.length} 条规则：${file}\n`,
      `kept the ${built.rules.length} rules of ${built.name} ${built.version} as published: ${file}\n`,
    ),
  )
  return EXIT.clean
}

const test = async (built: Pack, code: readonly BuiltCode[], folder: string, lang: Lang): Promise<ExitStatus> => {
  const { examples, faults } = testPack(compilePack(built, mergedCode(code.map(({ exports }) => exports))))
  for (const { ruleId, example, message } of faults) {
    const file = join(folder, ruleId === '' ? 'clean.json' : `rules/${ruleId}.yaml`)
    await tell(`${file}: ${example === '' ? '' : `${example}: `}${message}\n`)
  }
  const failed = faults.filter(({ example }) => example !== '' && example !== 'clean.json').length
  const others = faults.length - failed
  await tell(
    say(
      lang,
      `示例：${examples - failed} 个通过，${failed} 个未通过${others > 0 ? `；另有 ${others} 个问题` : ''}\n`,
      `examples: ${examples - failed} passed, ${failed} failed${others > 0 ? `; ${others} other problem(s)` : ''}\n`,
    ),
  )
  return faults.length > 0 ? EXIT.findings : EXIT.clean
}
