/** This program, as results name it. */
export const TOOL = { name: 'gouji', version: GOUJI_VERSION } as const
