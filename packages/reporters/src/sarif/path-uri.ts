import { wellFormed } from '../message/well-formed.js'

/** The path as a URI: relative as given, absolute as file://; null for standard input. */
export const pathUri = (path: string): string | null => {
  if (path === '-') return null
  if (/^[A-Za-z]:[\\/]/.test(path)) return `file:///${path.slice(0, 2)}${encoded(path.slice(2).replaceAll('\\', '/'))}`
  return path.startsWith('/') ? `file://${encoded(path)}` : encoded(path.replace(/^(?:\.\/+)+/, ''))
}

const encoded = (path: string): string => wellFormed(path).split('/').map(encodeURIComponent).join('/')
