import { type Lang, say } from '@gouji/reporters'
import github from '../../../../recipes/github.yml'
import gitlab from '../../../../recipes/gitlab.yml'
import preCommit from '../../../../recipes/pre-commit.yml'

export const WORKFLOWS = ['github', 'gitlab', 'pre-commit'] as const
export type WorkflowName = (typeof WORKFLOWS)[number]

/** How a gate is set up in a repository. */
export interface Workflow {
  readonly file: string
  readonly text: string
  /** What is left to do by hand, one sentence each. */
  readonly next: (lang: Lang) => readonly string[]
}

/** Each gate as its recipe has it. */
export const workflows: Readonly<Record<WorkflowName, Workflow>> = {
  github: {
    file: '.github/workflows/gouji.yml',
    text: github,
    next: (lang) => [
      say(
        lang,
        '把 .github/workflows/gouji.yml 里的 <owner>/gouji 换成 gouji 所在的仓库',
        'put the repository where gouji lives in the place of <owner>/gouji in .github/workflows/gouji.yml',
      ),
      fromMain(lang),
      say(
        lang,
        '在分支保护里把检查 audit 设为必须通过，并让 .github 和 gouji.config.yaml 的改动须经负责人同意（CODEOWNERS）',
        'make the check audit a required one, and have an owner approve changes of .github and gouji.config.yaml (CODEOWNERS)',
      ),
    ],
  },
  gitlab: {
    file: '.gitlab/gouji.yml',
    text: gitlab,
    next: (lang) => [
      say(
        lang,
        '在 .gitlab-ci.yml 里加上 include: [{ local: .gitlab/gouji.yml }]',
        'add include: [{ local: .gitlab/gouji.yml }] to .gitlab-ci.yml',
      ),
      fromMain(lang),
      say(
        lang,
        '在合并请求的设置里选“流水线必须成功”，并让 .gitlab-ci.yml、.gitlab 和 gouji.config.yaml 的改动须经负责人同意',
        'choose “pipelines must succeed” for merge requests, and have an owner approve changes of .gitlab-ci.yml, .gitlab and gouji.config.yaml',
      ),
    ],
  },
  'pre-commit': {
    file: '.pre-commit-config.yaml',
    text: preCommit,
    next: (lang) => [say(lang, '每人运行一次 pre-commit install', 'everyone runs pre-commit install once')],
  },
}

const fromMain = (lang: Lang): string =>
  say(
    lang,
    '先把这些文件合入主分支：配置取自主分支，不取提交上来的',
    'merge these files into the main branch first: the config is taken from there, never from what is submitted',
  )
