import { compareText } from '@gouji/core'
import type { LockedPack } from './lock.js'

/** The lock of the packs, the same for the same packs in any order. */
export const lockText = (packs: readonly LockedPack[]): string => {
  const sorted = [...packs].sort((a, b) => compareText(a.name, b.name))
  return [
    '# 锁定文件：审核只用这里列出的规则包。由 gouji packs lock 写出，规则包有意更换时重新运行；请随配置一起保存。',
    '# The rule packs that audits go by. Written by `gouji packs lock`; run it again when a pack is meant to change.',
    'schemaVersion: 1',
    'packs:',
    ...sorted.flatMap(({ name, version, integrity }) => [
      `  - name: ${JSON.stringify(name)}`,
      `    version: ${JSON.stringify(version)}`,
      `    integrity: ${JSON.stringify(integrity)}`,
    ]),
    '',
  ].join('\n')
}
