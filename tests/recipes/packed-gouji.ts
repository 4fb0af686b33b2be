import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** The readers of PDF weigh 70 MB and no report of these tests needs them. */
const isLeftOut = (path: string): boolean => /node_modules\/(?:pdfjs-dist|@napi-rs|node-readable)/.test(path)

/**
 * Makes gouji as npm would publish it into one tarball in the folder, with all that it depends on inside, so that it is
 * installed without a network. Returns what npm takes after `gouji@`.
 */
export const packGouji = (folder: string): string => {
  const npm = (args: string[], cwd: string): string =>
    execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const stage = join(folder, 'stage')
  mkdirSync(stage, { recursive: true })
  npm(['pack', '--workspaces', '--ignore-scripts', '--pack-destination', folder], root)
  const unpack = (tarball: string, into: string): void => {
    mkdirSync(into, { recursive: true })
    execFileSync('tar', ['-xzf', join(folder, tarball), '-C', into, '--strip-components=1'])
    rmSync(join(folder, tarball))
  }
  for (const tarball of readdirSync(folder).filter((name) => name.endsWith('.tgz'))) {
    const [, name] = /^gouji-(.*?)-?\d+\.\d+\.\d+\.tgz$/.exec(tarball) ?? []
    unpack(tarball, name ? join(stage, 'node_modules/@gouji', name) : stage)
  }
  const installed = npm(['ls', '--all', '--parseable', '--omit=dev', '--workspace=gouji'], root).split('\n')
  for (const path of installed.filter((each) => /node_modules\/(?!@?gouji(?:$|\/))/.test(each) && !isLeftOut(each)))
    cpSync(path, join(stage, relative(root, path)), { recursive: true })
  const manifest = JSON.parse(readFileSync(join(stage, 'package.json'), 'utf8'))
  const { 'pdfjs-dist': _, ...dependencies } = manifest.dependencies
  writeFileSync(
    join(stage, 'package.json'),
    JSON.stringify({ ...manifest, dependencies, bundleDependencies: Object.keys(dependencies) }),
  )
  npm(['pack', '--ignore-scripts', '--pack-destination', folder], stage)
  rmSync(stage, { recursive: true })
  return `file:${join(folder, `gouji-${manifest.version}.tgz`)}`
}
