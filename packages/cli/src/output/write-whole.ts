import { openAtomically } from './atomic-file.js'
import { OutputError } from './output-error.js'

/** Writes a file that appears only when it is complete. Throws OutputError. */
export const writeWhole = async (path: string, text: string): Promise<void> => {
  try {
    const file = await openAtomically(path)
    try {
      await file.write(text)
      await file.commit()
    } catch (error) {
      await file.abandon()
      throw error
    }
  } catch (error) {
    throw new OutputError(path, error)
  }
}
