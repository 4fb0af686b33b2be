import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { AuditRecord, Failure } from '@gouji/core'
import {
  createReporter,
  FORMATS,
  type Format,
  type Lang,
  type Reporter,
  type ReporterOptions,
  type RunSummary,
  say,
} from '@gouji/reporters'
import { UsageError } from '../usage-error.js'
import { nearMatch } from '../words/near-match.js'
import { openAtomically } from './atomic-file.js'
import { followLinks } from './follow-links.js'
import { OutputError } from './output-error.js'
import { print } from './standard-output.js'

/** A format, and the file it goes to. */
export interface OutputFile {
  readonly format: Format
  readonly path: string
  /** Where a config asks for it; by `--output`, where there is none. */
  readonly place?: string
}

/** Every place that a run is reported to, as one. Throws OutputError where something cannot be written. */
export interface Sinks {
  audit(record: AuditRecord): Promise<void>
  failure(failure: Failure): Promise<void>
  /** Completes every report; files appear only now. */
  end(summary: RunSummary): Promise<void>
  /** After something broke: files are left as they were. */
  abandon(): Promise<void>
}

interface Sink {
  readonly reporter: Reporter
  readonly showsFailures: boolean
  write(text: string): Promise<void>
  commit(): Promise<void>
  abandon(): Promise<void>
}

/** Reads `--output name=path`. Throws UsageError. */
export const parseOutput = (text: string, lang: Lang): OutputFile => {
  const [, name = text, path = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? []
  const format = FORMATS.find((known) => known === name)
  if (format === undefined) {
    const near = nearMatch(name, FORMATS)
    const hint =
      near === undefined
        ? say(lang, `可用的有：${FORMATS.join('、')}`, `there are ${FORMATS.join(', ')}`)
        : say(lang, `是不是 ${near}？`, `did you mean ${near}?`)
    throw new UsageError(
      say(lang, `--output 没有“${name}”这种格式，${hint}`, `--output knows no format “${name}”; ${hint}`),
    )
  }
  if (path === '')
    throw new UsageError(
      say(
        lang,
        `--output ${name} 要写明文件，如 ${name}=报告.txt`,
        `--output ${name} needs a file: ${name}=report.txt`,
      ),
    )
  return { format, path }
}

/** Opens standard output and the files. Throws UsageError where a file cannot be written. */
export const openSinks = async (
  format: Format,
  files: readonly OutputFile[],
  options: ReporterOptions,
): Promise<Sinks> => {
  const { lang } = options
  const paths = await Promise.all(files.map(({ path }) => followLinks(path)))
  const twice = paths.find((path, index) => paths.indexOf(path) !== index)
  if (twice !== undefined)
    throw new UsageError(say(lang, `--output 两次写到同一个文件：${twice}`, `--output names one file twice: ${twice}`))
  const sinks: Sink[] = [
    {
      reporter: await createReporter(format, options),
      // They stand on standard error already.
      showsFailures: format !== 'terminal',
      write: print,
      commit: async () => {},
      abandon: async () => {},
    },
  ]
  const abandon = async (): Promise<void> => {
    for (const sink of sinks) await sink.abandon()
  }
  try {
    for (const file of files) sinks.push(await openFile(file, options))
    for (const sink of sinks) await sink.write(sink.reporter.begin())
  } catch (error) {
    await abandon()
    throw error
  }
  return {
    audit: async (record) => {
      // Every reporter is asked before anything is written: where one throws, the audit stands in none of them.
      const texts = sinks.map(({ reporter }) => reporter.audit(record))
      for (const [index, sink] of sinks.entries()) await sink.write(texts[index]!)
    },
    failure: async (failure) => {
      for (const sink of sinks) if (sink.showsFailures) await sink.write(sink.reporter.failure(failure))
    },
    end: async (summary) => {
      for (const sink of sinks) await sink.write(sink.reporter.end(summary))
      for (const sink of sinks) await sink.commit()
    },
    abandon,
  }
}

const openFile = async ({ format, path, place = '--output' }: OutputFile, options: ReporterOptions): Promise<Sink> => {
  const { lang } = options
  const reporter = await createReporter(format, { ...options, color: false, width: 100 })
  if ((await stat(path).catch(() => null))?.isDirectory())
    throw new UsageError(say(lang, `${place} 指向一个文件夹：${path}`, `${place} names a folder: ${path}`))
  const file = await openAtomically(path).catch(({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(
      code === 'ENOENT'
        ? say(
            lang,
            `${place} 的文件夹不存在：${dirname(path)}`,
            `the folder of ${place} does not exist: ${dirname(path)}`,
          )
        : say(lang, `${place} 写不了 ${path}（${code}）`, `${place} cannot write ${path} (${code})`),
    )
  })
  const told = (error: unknown): never => {
    throw new OutputError(path, error)
  }
  return {
    reporter,
    showsFailures: true,
    write: (text) => file.write(text).catch(told),
    commit: () => file.commit().catch(told),
    abandon: file.abandon,
  }
}
