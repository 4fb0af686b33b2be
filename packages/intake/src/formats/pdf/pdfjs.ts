import { IntakeError, tooLarge } from '../../intake-error.js'
import type { Limits } from '../../limits.js'
import { indexOfText } from '../bytes.js'
import type { Matrix } from './pdf-page.js'
import { refuseBombs } from './refuse-bombs.js'

/** As much of pdfjs-dist as is used; its own types are a browser's. */
interface Pdfjs {
  readonly OPS: Readonly<Record<string, number>>
  getDocument(source: Readonly<Record<string, unknown>>): LoadingTask
}

interface LoadingTask {
  readonly promise: Promise<PdfDocument>
  destroy(): Promise<void>
}

export interface PdfDocument {
  readonly numPages: number
  getPage(number: number): Promise<PdfDocumentPage>
}

export interface PdfDocumentPage {
  getViewport(options: { readonly scale: number }): {
    readonly width: number
    readonly height: number
    readonly transform: Matrix
  }
  getTextContent(): Promise<{ readonly items: readonly PdfTextItem[] }>
  getOperatorList(): Promise<OperatorList>
  cleanup(): void
}

export interface PdfTextItem {
  readonly str?: string
  readonly transform: Matrix
  readonly width: number
  readonly height: number
}

export interface OperatorList {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly (readonly unknown[] | null)[]
}

/** A document of pdfjs, open: nothing is fetched for it, no script of it runs, its pictures are not decoded. */
export interface OpenPdf {
  readonly document: PdfDocument
  readonly ops: Pdfjs['OPS']
  close(): Promise<void>
}

declare const URL: new (url: string, base: string) => { readonly pathname: string; readonly href: string }
declare global {
  interface ImportMeta {
    resolve(specifier: string): string
  }
}

/** Within how many bytes of its end a file says where its parts are. */
const END = 4096

/** The folder beside pdfjs with the maps of Chinese fonts that a document names and does not hold. */
const cMapUrl = (): string => {
  const { pathname } = new URL('./cmaps/', import.meta.resolve('pdfjs-dist/package.json'))
  const path = decodeURIComponent(pathname)
  return /^\/[A-Za-z]:\//u.test(path) ? path.slice(1) : path
}

/** Opens a PDF. Throws IntakeError `ENCRYPTED`, `DAMAGED`, or `TOO_LARGE` for too many pages. */
export const openPdf = async (bytes: Uint8Array, limits: Limits): Promise<OpenPdf> => {
  if (!isWhole(bytes)) throw new IntakeError('DAMAGED', 'The PDF is cut off: it has no end.')
  refuseBombs(bytes, limits)
  const { getDocument, OPS } = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as Pdfjs
  const task = getDocument({
    // A copy: pdfjs takes the bytes away from whoever gives them.
    data: new Uint8Array(bytes),
    cMapUrl: cMapUrl(),
    cMapPacked: true,
    disableFontFace: true,
    enableXfa: false,
    isEvalSupported: false,
    maxImageSize: 1,
    useSystemFonts: false,
    useWorkerFetch: false,
    verbosity: 0,
  })
  const document = await task.promise.catch((cause: unknown) => {
    throw refusal(cause)
  })
  if (document.numPages > limits.pages) {
    await task.destroy()
    throw tooLarge('pages', limits.pages)
  }
  return { document, ops: OPS, close: () => task.destroy() }
}

/** Whether the file's end is there: pdfjs makes do without, with the pages that are left. */
const isWhole = (bytes: Uint8Array): boolean => indexOfText(bytes.subarray(-END), 'startxref') >= 0

export const refusal = (cause: unknown): IntakeError => {
  if (cause instanceof IntakeError) return cause
  const { name, message } = cause as Error
  return name === 'PasswordException'
    ? new IntakeError('ENCRYPTED', 'The PDF asks for a password.', { cause })
    : new IntakeError('DAMAGED', `The PDF cannot be opened: ${message}.`, { cause })
}
