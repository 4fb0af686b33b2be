import type { Pack } from '@gouji/core'
import { type Lang, say } from '@gouji/reporters'
import type { PackRequest } from './pack-request.js'

/** What a pack is not that a config asks it to be, each with its place. Of the pack only the hash has been checked. */
export const askedProblems = (pack: Pack, request: PackRequest, lang: Lang): string[] => {
  const { name } = pack
  const { place, version, integrity, namedBy } = request
  const problems: string[] = []
  if (version !== undefined && pack.version !== version.value)
    problems.push(
      `${version.place}: ${say(
        lang,
        `规则包 ${name} 的版本是 ${pack.version}，配置要的是 ${version.value}`,
        `the pack ${name} is of version ${pack.version}, and the config asks for ${version.value}`,
      )}`,
    )
  if (integrity !== undefined && pack.integrity !== integrity.value)
    problems.push(
      `${integrity.place}: ${say(
        lang,
        `规则包 ${name} 的哈希是 ${pack.integrity}，与配置写的不同`,
        `the integrity of the pack ${name} is ${pack.integrity}, not what the config says`,
      )}`,
    )
  if (namedBy === 'result' && pack.code !== undefined)
    problems.push(
      say(
        lang,
        `结果里写的规则包 ${request.name} 含有代码；信任它就在命令里加 --pack ${request.name}`,
        `the pack ${request.name}, which the result names, holds code; if you trust it, give --pack ${request.name} too`,
      ),
    )
  if (namedBy === 'config' && pack.code !== undefined)
    problems.push(
      `${place}: ${say(
        lang,
        `规则包 ${name} 含有代码，而这份配置不在当前文件夹或其上级，是随报告来的；信任它就用 --config 指定它`,
        `the pack ${name} holds code, and this config came with the reports: it is neither in the working folder nor above it. If you trust it, name it with --config`,
      )}`,
    )
  return problems
}
