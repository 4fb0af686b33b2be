import { openAtomically } from './atomic-file.js'
import { OutputError } from './output-error.js'

/** Writes a file that appears when it is complete. Throws OutputError. */
export const writeWhole = async (path: string, text: string): Promise<void> => {
  const told = (error: unknown): never => {
    throw new OutputError(path, error)
  }
  const file = await openAtomically(path).catch(told)
  try {
    await file.write(text)
    await file.commit()
  } catch (error) {
    await file.abandon()
    told(error)
  }
}
