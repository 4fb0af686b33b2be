import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = process.env.GOUJI_SAMPLES ?? fileURLToPath(new URL('../../../shared/samples', import.meta.url))

/** The folder of real reports; `null` where this machine has none. Says so, as what was skipped was not shown. */
export const samples = existsSync(folder) ? folder : null

/** Tells how many tests are skipped for want of the samples. */
export const tellSkipped = (file: string, tests: number): void => {
  if (samples === null) console.log(`${file}: ${tests} skipped, as there are no samples (GOUJI_SAMPLES)`)
}
