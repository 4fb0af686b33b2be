// Loaded into a child process and its threads: any use of a network throws, and is told in the file that it names.
const { appendFileSync } = require('node:fs')
const refuse = (name) => () => {
  appendFileSync(process.env.GOUJI_TEST_NETWORK, `${name}\n`)
  throw new Error(`${name} is not for documents`)
}
require('node:net').Socket.prototype.connect = refuse('connect')
require('node:dns').lookup = refuse('lookup')
require('node:dgram').createSocket = refuse('createSocket')
globalThis.fetch = refuse('fetch')
