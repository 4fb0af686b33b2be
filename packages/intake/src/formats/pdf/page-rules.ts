import { apply, combine, type Matrix, type Rule } from './pdf-page.js'
import type { OperatorList } from './pdfjs.js'

/** How thick a filled rectangle may be and still be a line, and how far off its edge's direction a line may be. */
const THICKEST = 2.5
const SLANT = 1
const SHORTEST = 2
/** A page that draws more than this draws a picture, and no table. */
const MOST_RULES = 20_000

/** How pdfjs writes a path: the kind of a step, then its points. */
const STEP = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const

/** The lines that a page draws along its edges, `base` being the way from its own space to the box's. */
export const rulesOf = (
  { fnArray, argsArray }: OperatorList,
  ops: Readonly<Record<string, number>>,
  base: Matrix,
): readonly Rule[] => {
  const strokes = new Set([ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke])
  strokes.add(ops.closeEOFillStroke)
  const fills = new Set([ops.fill, ops.eoFill])
  const rules: Rule[] = []
  const stack: Matrix[] = []
  let matrix = base
  for (let at = 0; at < fnArray.length && rules.length <= MOST_RULES; at++) {
    const op = fnArray[at]
    const args = argsArray[at] ?? []
    if (op === ops.save) stack.push(matrix)
    else if (op === ops.restore || op === ops.paintFormXObjectEnd) matrix = stack.pop() ?? base
    else if (op === ops.transform) matrix = combine(matrix, args as unknown as Matrix)
    else if (op === ops.paintFormXObjectBegin) {
      stack.push(matrix)
      if (args[0]) matrix = combine(matrix, args[0] as Matrix)
    } else if (op === ops.constructPath) {
      const [paint, [path] = []] = args as [number, (ArrayLike<number> | null)[]?]
      if (!path) continue
      if (strokes.has(paint)) addSides(rules, path, matrix, false)
      else if (fills.has(paint)) addSides(rules, path, matrix, true)
    }
  }
  return rules.length > MOST_RULES ? [] : rules
}

/** A stroked path's straight sides; of a filled one, where it is as thin as a line, its length. */
const addSides = (rules: Rule[], path: ArrayLike<number>, matrix: Matrix, isFilled: boolean): void => {
  let sides: (readonly [number, number, number, number])[] = []
  let start: readonly [number, number] = [0, 0]
  let last = start
  const flush = () => {
    if (isFilled) addThin(rules, sides)
    else for (const side of sides) addRule(rules, ...side)
    sides = []
  }
  for (let at = 0; at < path.length; ) {
    const step = path[at]
    if (step === STEP.close) {
      sides.push([...last, ...start])
      last = start
      at += 1
      continue
    }
    const points = step === STEP.curve ? 3 : step === STEP.quadratic ? 2 : 1
    const end = apply(matrix, path[at + points * 2 - 1]!, path[at + points * 2]!)
    if (step === STEP.move) {
      flush()
      start = end
    } else if (step === STEP.line) sides.push([...last, ...end])
    last = end
    at += 1 + points * 2
  }
  flush()
}

const addRule = (rules: Rule[], x0: number, y0: number, x1: number, y1: number): void => {
  const width = Math.abs(x1 - x0)
  const height = Math.abs(y1 - y0)
  if (height <= SLANT && width >= SHORTEST)
    rules.push({ isHorizontal: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) })
  else if (width <= SLANT && height >= SHORTEST)
    rules.push({ isHorizontal: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) })
}

const addThin = (rules: Rule[], sides: readonly (readonly [number, number, number, number])[]): void => {
  if (sides.length === 0) return
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x0, y0, x1, y1] of sides) {
    left = Math.min(left, x0, x1)
    right = Math.max(right, x0, x1)
    top = Math.min(top, y0, y1)
    bottom = Math.max(bottom, y0, y1)
  }
  const middle = (low: number, high: number) => (low + high) / 2
  if (bottom - top <= THICKEST) addRule(rules, left, middle(top, bottom), right, middle(top, bottom))
  else if (right - left <= THICKEST) addRule(rules, middle(left, right), top, middle(left, right), bottom)
}
