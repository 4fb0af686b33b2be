import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import type { PackProblem } from '../pack/pack-error.js'
import { escapeStep, pointerSteps, valueAt } from '../report/pointer.js'

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
  const lineOf = (pointer: string): number => lines.linePos(offsetOf(document, pointerSteps(pointer) ?? [])).line
  const fault = (message: string, line: number): void =>
    void problems.push({ code: 'YAML_SYNTAX', pointer: '', message, file: name, line })
  let value: unknown
  try {
    value = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    fault(error instanceof Error ? error.message : String(error), 1)
  }
  for (const pointer of endlessNumbers(value, ''))
    fault(`${String(valueAt(value, pointer))} is no number of JSON`, lineOf(pointer))
  return { name, value, lineOf }
}

/** Numbers that YAML has and JSON has not: they would turn into nothing. */
const endlessNumbers = (value: unknown, pointer: string): string[] => {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [pointer]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => endlessNumbers(item, `${pointer}/${escapeStep(key)}`))
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
