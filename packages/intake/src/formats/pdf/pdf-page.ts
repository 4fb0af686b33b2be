/** A box in points, from the page's top left corner as it is read: x, y, width, height. */
export type Box = readonly [x: number, y: number, width: number, height: number]

/** A piece of text that the page draws in one go. */
export interface PdfText {
  readonly text: string
  readonly box: Box
  /** Of its letters, in points. */
  readonly size: number
}

/** A straight line that the page draws, along one of its edges. */
export interface Rule {
  readonly isHorizontal: boolean
  /** y of a horizontal line, x of a vertical one. */
  readonly at: number
  readonly from: number
  readonly to: number
}

/** What a page shows. */
export interface PdfPage {
  /** From 1. */
  readonly number: number
  readonly height: number
  readonly texts: readonly PdfText[]
  readonly rules: readonly Rule[]
  /** Whether something is drawn on it that is no text that can be read: a picture, or letters without a meaning. */
  readonly isUnread: boolean
}

/** A transformation as PDF writes it: a point (x, y) goes to (a·x + c·y + e, b·x + d·y + f). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** First `inner`, then `outer`. */
export const combine = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

export const apply = (m: Matrix, x: number, y: number): readonly [x: number, y: number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
]
