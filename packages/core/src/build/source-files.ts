import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import type { PackProblem } from '../pack/pack-error.js'
import { pointerSteps } from '../report/pointer.js'

/** A file of a pack's source, parsed, that still knows its lines. */
export interface SourceFile {
  readonly name: string
  readonly value: unknown
  /** Line, from 1, of what the pointer names, else of the nearest thing around it that is there. */
  lineOf(pointer: string): number
}

/** Parses one YAML or JSON file; its faults are problems with their line. */
export const parseSource = (name: string, text: string, problems: PackProblem[]): SourceFile => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  for (const { message, pos } of document.errors) {
    problems.push({
      code: 'YAML_SYNTAX',
      pointer: '',
      message: message.split('\n')[0] ?? message,
      file: name,
      line: lines.linePos(pos[0]).line,
    })
  }
  return {
    name,
    value: document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 }),
    lineOf: (pointer) => lines.linePos(offsetOf(document, pointerSteps(pointer) ?? [])).line,
  }
}

const offsetOf = (document: Document, steps: readonly string[]): number => {
  for (let length = steps.length; length > 0; length--) {
    const node =
      document.getIn(
        steps.slice(0, length).map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
        true,
      ) ?? document.getIn(steps.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}
