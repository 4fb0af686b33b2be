import type { AuditRecord, Severity } from '@gouji/core'
import picocolors from 'picocolors'
import { cleanText } from '../message/clean-text.js'
import { textWidth } from './text-width.js'
import { wrapText } from './wrap-text.js'

type Colors = ReturnType<typeof picocolors.createColors>
type Style = (text: string) => string

/** How things are shown on this terminal. */
export interface Paint {
  readonly width: number
  readonly strong: Style
  readonly quiet: Style
  readonly severity: Readonly<Record<Severity, Style>>
  readonly verdict: Readonly<Record<AuditRecord['verdict'], Style>>
  readonly alarm: Style
}

/** The styles, plain text where there is to be no colour. */
export const makePaint = (color: boolean, width: number): Paint => {
  const colors: Colors = picocolors.createColors(color)
  const bold =
    (style: Style): Style =>
    (text) =>
      colors.bold(style(text))
  return {
    width: Math.max(40, Math.min(width, 120)),
    strong: colors.bold,
    quiet: colors.dim,
    severity: { error: bold(colors.red), warning: bold(colors.yellow), note: colors.cyan },
    verdict: { pass: bold(colors.green), fail: bold(colors.red), incomplete: bold(colors.yellow) },
    alarm: bold(colors.red),
  }
}

/** A text, clean, in lines behind a lead: the lead on the first line, as many blanks on the others. `lead` may be painted, `leadWidth` is its columns. */
export const hang = (
  lead: string,
  leadWidth: number,
  text: string,
  { width }: Paint,
  style: Style = (line) => line,
): string[] =>
  wrapText(cleanText(text), width - leadWidth).map(
    (line, index) => (index === 0 ? lead : ' '.repeat(leadWidth)) + (line === '' ? '' : style(line)),
  )

/** The same, behind a plain lead. */
export const hangPlain = (lead: string, text: string, paint: Paint, style?: Style): string[] =>
  hang(lead, textWidth(lead), text, paint, style)
