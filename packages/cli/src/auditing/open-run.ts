import {
  type Audit,
  type AuditOptions,
  auditReport,
  type Notice,
  type Pack,
  type Report,
  type RunInfo,
} from '@gouji/core'
import { type Format, foreignConfigNotice, type Lang, noticesOf } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import type { RunGate } from '../gate/open-run-gate.js'
import { candidatesFor, refuseClash } from '../packs/candidates.js'
import { allPacks, type LoadedPacks, loadPacks } from '../packs/load-packs.js'
import { readersOf } from '../packs/readers-of.js'
import { shownPath } from '../project/shown-path.js'
import { createReader, type DocumentReader } from '../reading/document-reader.js'
import { asOfArgument, givenArguments, textArgument } from '../settings/arguments.js'
import { runOptions } from '../settings/run-options.js'
import { type Replay, readSettings, type Settings } from '../settings/settings.js'

/** A run whose settings are settled, packs loaded and gate open: all that it takes to audit its inputs. */
export interface Run {
  readonly settings: Settings
  readonly lang: Lang
  readonly asOf: string
  /** The loaded packs, in their order. */
  readonly packs: readonly Pack[]
  readonly info: RunInfo
  readonly reader: DocumentReader
  /** The audit of a report that was read from the path, waived and known findings marked. */
  audit(report: Report, path: string): Promise<Audit>
  /** What is to be known of the packs that judged, by their names, and of the waivers. To be asked last. */
  notices(judging: ReadonlySet<string>): readonly Notice[]
}

/** Opens a run by its arguments; a config is looked for above the paths. Throws UsageError. */
export const openRun = async (args: YargsArguments, paths: readonly string[], replay?: Replay): Promise<Run> => {
  const settings = await readSettings<Format>(args, { inputs: paths, judges: true, ...(replay && { replay }) })
  const { lang, lock, failOn, project } = settings
  const given = givenArguments(args, lang)
  const asOf = asOfArgument(args, lang)
  const loaded = await loadPacks(settings.packs, lock, lang)
  refuseClash(loaded.general, lang)
  const readers = readersOf(loaded)
  const judge = await chooseJudge(textArgument(args, 'judge', lang), loaded, { failOn, forms: readers.forms })
  const gate = await gateOf(settings, asOf)
  const packs = allPacks(loaded).map(({ pack }) => pack)
  return {
    settings,
    lang,
    asOf,
    packs,
    info: { options: runOptions(args), files: [...settings.files, ...(gate?.files ?? [])] },
    reader: createReader(readers, given, settings),
    audit: async (report, path) => {
      const audit = await judge(report)
      return gate === null ? audit : gate.settle(audit, path)
    },
    notices: (judging) => [
      ...(project.isForeign ? [foreignConfigNotice(shownPath(project.configFile!), lang)] : []),
      ...noticesOf(
        packs.filter(({ name }) => judging.has(name)),
        packs,
        asOf,
        lang,
      ),
      ...(gate?.notices() ?? []),
    ],
  }
}

type Judge = (report: Report) => Audit | Promise<Audit>

const chooseJudge = async (name: string | undefined, loaded: LoadedPacks, options: AuditOptions): Promise<Judge> => {
  if (name !== 'reference') return (report) => auditReport(report, candidatesFor(report, loaded), options)
  const { auditWithReference } = await import('@gouji/core/reference')
  return (report) => auditWithReference(report, candidatesFor(report, loaded), options)
}

/** What lets findings through; loaded only where a run has waivers or a baseline. */
const gateOf = async ({ gate, failOn, lang }: Settings, asOf: string): Promise<RunGate | null> => {
  if (gate.waivers === undefined && gate.baseline === undefined) return null
  const { openRunGate } = await import('../gate/open-run-gate.js')
  return openRunGate({ ...gate, failOn, asOf, lang })
}
