/** Whether a path, or a step of one, may be a pattern for several. */
export const isGlob = (path: string): boolean => /[*?[\]{}()!]/.test(path)
