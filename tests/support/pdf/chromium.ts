import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { pdfMaker } from './maker.js'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-pipe',
]

/** Of HTML. One start serves all documents: they are opened and printed through the browser's debugging pipe. */
export const chromium = pdfMaker({
  name: 'Chromium',
  commands: ['chromium', 'chromium-headless-shell'],
  ending: 'html',
  convert: async (command, folder, names) => {
    const a4 = { paperWidth: 8.27, paperHeight: 11.69 }
    const browser = spawn(command, [...FLAGS, `--user-data-dir=${join(folder, 'profile')}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    })
    const closed = once(browser, 'close')
    const { ask, told } = talkTo(browser)
    const { targetId } = await ask('Target.createTarget', { url: 'about:blank' })
    const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true })
    await ask('Page.enable', {}, sessionId)
    for (const name of names) {
      const loaded = told('Page.loadEventFired')
      await ask('Page.navigate', { url: `${pathToFileURL(join(folder, `${name}.html`))}` }, sessionId)
      await loaded
      const { data } = await ask('Page.printToPDF', a4, sessionId)
      writeFileSync(join(folder, `${name}.pdf`), data!, 'base64')
    }
    await ask('Browser.close')
    await closed
  },
})

type Answer = Readonly<Record<string, string>>

interface Message {
  readonly id?: number
  readonly method?: string
  readonly result?: Answer
  readonly error?: { readonly message: string }
}

/** The browser's protocol: messages in JSON, each ended by a NUL. */
const talkTo = (browser: ChildProcess) => {
  const [, , , to, from] = browser.stdio as unknown as [unknown, unknown, unknown, Writable, Readable]
  const asked = new Map<number | string, { resolve(answer: Answer): void; reject(error: Error): void }>()
  const answer = ({ id, method, result = {}, error }: Message) => {
    const waiting = asked.get(id ?? method ?? '')
    asked.delete(id ?? method ?? '')
    if (error) waiting?.reject(new Error(error.message))
    else waiting?.resolve(result)
  }
  let rest = ''
  from.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0')
    rest = messages.pop()!
    for (const message of messages) answer(JSON.parse(message) as Message)
  })
  browser.on('error', (error) => asked.forEach(({ reject }) => void reject(error)))
  browser.on('close', () => asked.forEach(({ reject }) => void reject(new Error('the browser has ended'))))
  const wait = (key: number | string) => new Promise<Answer>((resolve, reject) => asked.set(key, { resolve, reject }))
  let last = 0
  return {
    told: (method: string) => wait(method),
    ask: (method: string, params: object = {}, sessionId?: string) => {
      const id = ++last
      to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
      return wait(id)
    },
  }
}
