// Loaded into a child process: tells the most memory that it took, in bytes, as the last line of its stderr.
if (require('node:worker_threads').isMainThread)
  process.on('exit', () => {
    require('node:fs').writeSync(2, `\n${process.resourceUsage().maxRSS * 1024}\n`)
  })
