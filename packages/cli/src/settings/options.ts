import { CATALOGUE_FORMATS, FORMATS, type Lang, say } from '@gouji/reporters'
import type { YargsOption } from 'yargs'
import { FAIL_ON } from '../project/config.js'

import { DEFAULT_LIMITS } from './limits.js'

export type Options = Readonly<Record<string, YargsOption>>

/** What the reports themselves may not say. */
export const givenOptions = (lang: Lang): Options => {
  const of = {
    group: say(lang, '报告的情况（先于报告自己写的）：', 'About the reports (before what they say themselves):'),
  }
  return {
    year: {
      ...of,
      type: 'string',
      requiresArg: true,
      describe: say(lang, '报告年度，如 2020', 'report year, such as 2020'),
    },
    body: { ...of, type: 'string', requiresArg: true, describe: say(lang, '机关名称', 'name of the body') },
    kind: {
      ...of,
      type: 'string',
      requiresArg: true,
      choices: ['government', 'department', 'unknown'],
      describe: say(lang, '政府、部门或不明', 'government, department or unknown'),
    },
    rank: {
      ...of,
      type: 'string',
      requiresArg: true,
      choices: ['central', 'province', 'city', 'county', 'township', 'unknown'],
      describe: say(lang, '中央、省、市、县、乡或不明', 'central down to township, or unknown'),
    },
    published: {
      ...of,
      type: 'string',
      requiresArg: true,
      describe: say(lang, '公布日期 YYYY-MM-DD', 'day of publication, YYYY-MM-DD'),
    },
  }
}

/** Which packs are loaded beside the bundled ones. */
export const packOptions = (lang: Lang): Options => {
  const of = { group: say(lang, '规则包和配置：', 'Packs and config:') }
  return {
    pack: {
      ...of,
      type: 'string',
      array: true,
      nargs: 1,
      describe: say(
        lang,
        '另加规则包：pack.json、它所在的文件夹，或已安装的包名；可重复',
        'another pack: a pack.json, its folder, or an installed package; repeatable',
      ),
    },
    bundled: {
      ...of,
      type: 'boolean',
      describe: say(
        lang,
        '用自带的规则包；--no-bundled 只用 --pack 和配置文件给出的',
        'use the packs that come with gouji; --no-bundled uses only those named',
      ),
    },
    config: {
      ...of,
      type: 'string',
      requiresArg: true,
      describe: say(
        lang,
        '配置文件；不写就用报告所在文件夹及其上级里最近的 gouji.config.yaml，--no-config 不用',
        'config file; otherwise the nearest gouji.config.yaml above the reports; --no-config uses none',
      ),
    },
  }
}

/** How standard output is written, in one of the command's formats. */
export const formatOption = (lang: Lang, formats: readonly string[] = CATALOGUE_FORMATS): Options => ({
  format: {
    group: say(lang, '输出：', 'Output:'),
    type: 'string',
    requiresArg: true,
    choices: formats,
    describe: say(lang, '标准输出的格式，默认 terminal', 'format of standard output; terminal where not given'),
  },
  color: {
    group: say(lang, '输出：', 'Output:'),
    type: 'boolean',
    describe: say(
      lang,
      '用颜色；--no-color 不用。默认只在终端里用，遵守 NO_COLOR',
      'use colour; --no-color does not. By default on a terminal only; NO_COLOR is honoured',
    ),
  },
})

/** What one document may hold and take. */
export const limitOption = (lang: Lang): Options => ({
  limit: {
    group: say(lang, '读取：', 'Reading:'),
    type: 'string',
    array: true,
    nargs: 1,
    describe: say(
      lang,
      `一份文件的限度：名称=数值，可重复；默认 ${defaults}（size、unpacked、memory 以 MiB 计）`,
      `what one document may take: name=number, repeatable; by default ${defaults} (size, unpacked, memory in MiB)`,
    ),
  },
})

const defaults = Object.entries(DEFAULT_LIMITS)
  .map(([name, value]) => `${name}=${value}`)
  .join(' ')

/** All options of `gouji packs lock`. */
export const lockOptions = (lang: Lang): Options => ({
  check: {
    group: say(lang, '锁定：', 'Lock:'),
    type: 'boolean',
    describe: say(
      lang,
      '只检查：锁定文件要改就以退出状态 2 结束，什么也不写',
      'writes nothing, and ends with exit status 2 where the lock would change',
    ),
  },
  ...packOptions(lang),
})

/** Which day today is. */
export const asOfOption = (lang: Lang, group: string): Options => ({
  'as-of': {
    group,
    type: 'string',
    requiresArg: true,
    describe: say(
      lang,
      '以哪一天为准 YYYY-MM-DD，默认今天（北京时间）',
      'as of which day, YYYY-MM-DD; today in China where not given',
    ),
  },
})

/** All options of `gouji packs diff`. */
export const diffOptions = (lang: Lang): Options => ({
  reports: {
    group: say(lang, '审核：', 'Judging:'),
    type: 'string',
    array: true,
    requiresArg: true,
    describe: say(
      lang,
      '用两个规则包各审核一遍的报告：文件、文件夹、通配符；可重复，写在规则包之后',
      'reports to audit by each of the packs: files, folders, globs; repeatable, after the packs',
    ),
  },
  ...formatOption(lang),
  ...limitOption(lang),
  ...packOptions(lang),
})

/** All options of `gouji verify`. */
export const verifyOptions = (lang: Lang): Options => ({
  ...formatOption(lang, ['terminal', 'json']),
  pack: {
    group: say(lang, '规则包和配置：', 'Packs and config:'),
    type: 'string',
    array: true,
    nargs: 1,
    describe: say(
      lang,
      '结果里写的规则包含有代码时，再在这里写一次，表示信任它；可重复',
      'a pack that the result names and that holds code, named again because you trust it; repeatable',
    ),
  },
})

/** All options of `gouji init`. */
export const initOptions = (lang: Lang): Options => ({
  workflow: {
    type: 'string',
    requiresArg: true,
    choices: ['github', 'gitlab', 'pre-commit', 'none'],
    describe: say(
      lang,
      '把关流程；不写的，有 .github 选 github，有 .gitlab-ci.yml 选 gitlab',
      'which gate; where not given, github where there is .github, gitlab where there is .gitlab-ci.yml',
    ),
  },
})

/** All options of `gouji waive`. */
export const waiveOptions = (lang: Lang): Options => {
  const of = { group: say(lang, '豁免：', 'Waiver:'), type: 'string', requiresArg: true } as const
  return {
    reason: { ...of, describe: say(lang, '理由，必填', 'why; required') },
    approver: { ...of, describe: say(lang, '批准人，必填', 'who answers for it; required') },
    expires: {
      ...of,
      describe: say(
        lang,
        '到期日 YYYY-MM-DD，当天仍有效（北京时间），必填',
        'its last day, YYYY-MM-DD, in China; required',
      ),
    },
    waivers: {
      ...of,
      describe: say(
        lang,
        '写入哪个文件，默认是配置文件旁的 gouji-waivers.yaml',
        'the file it goes to; gouji-waivers.yaml beside the config where not given',
      ),
    },
    ...asOfOption(lang, of.group),
    ...givenOptions(lang),
    ...limitOption(lang),
    ...packOptions(lang),
  }
}

/** All options of `gouji audit`. */
export const auditOptions = (lang: Lang): Options => {
  const out = { group: say(lang, '输出：', 'Output:') }
  const judging = { group: say(lang, '审核：', 'Judging:') }
  return {
    ...formatOption(lang, FORMATS),
    output: {
      ...out,
      type: 'string',
      array: true,
      nargs: 1,
      describe: say(
        lang,
        '另写一份到文件：格式=文件，如 json=结果.json；可重复，写完才出现',
        'also to a file: format=file, as json=result.json; repeatable, appears when complete',
      ),
    },
    'fail-on': {
      ...judging,
      type: 'string',
      requiresArg: true,
      choices: FAIL_ON,
      describe: say(
        lang,
        '从哪一级起算不通过（错误、疑点、提示、从不），默认 error',
        'from which severity a report fails; error where not given',
      ),
    },
    waivers: {
      ...judging,
      type: 'string',
      requiresArg: true,
      describe: say(
        lang,
        '豁免文件，配置文件旁（没有配置就在当前文件夹）有 gouji-waivers.yaml 就用它；--no-waivers 不用',
        'file of waivers; gouji-waivers.yaml where it is beside the config, or here where there is none; --no-waivers uses none',
      ),
    },
    baseline: {
      ...judging,
      type: 'string',
      requiresArg: true,
      describe: say(
        lang,
        '基线：以前写出的 JSON 结果，标出问题是新增、原有还是有变',
        'an earlier JSON result: findings are marked new, unchanged or changed',
      ),
    },
    'fail-on-new': {
      ...judging,
      type: 'boolean',
      describe: say(lang, '只有基线里没有的问题才算不通过', 'only findings that the baseline does not have fail'),
    },
    ...asOfOption(lang, judging.group),
    judge: {
      ...judging,
      type: 'string',
      requiresArg: true,
      choices: ['compiled', 'reference'],
      describe: say(
        lang,
        '判断方式：编译（默认），或由 json-rules-engine 复核（慢，结果应相同）',
        'compiled (default), or a second opinion by json-rules-engine (slow, the same result)',
      ),
    },
    ...givenOptions(lang),
    ...limitOption(lang),
    ...packOptions(lang),
  }
}
