import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { pdfMaker } from './maker.js'

/** Of DOCX. One start serves all documents, as it takes longer than they do. */
export const libreOffice = pdfMaker({
  name: 'LibreOffice',
  commands: ['soffice', 'libreoffice'],
  ending: 'docx',
  convert: async (command, folder, names) => {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    const files = names.map((name) => join(folder, `${name}.docx`))
    await promisify(execFile)(command, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files])
  },
})
