#!/usr/bin/env node
import { existsSync } from 'node:fs'

const program = new URL('../dist/gouji.js', import.meta.url)

if (existsSync(program)) await import(program)
else {
  console.error('gouji 还没有构建：请先在项目根目录运行 npm run build。(gouji is not built yet: run npm run build.)')
  process.exitCode = 3
}
