/** Whether an error says that there is nothing at the path, rather than that it cannot be opened. */
export const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
