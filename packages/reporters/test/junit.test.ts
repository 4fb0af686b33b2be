import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { AuditRecord } from '@gouji/core'
import { describe, expect, test } from 'vitest'
import {
  broken,
  compared,
  failing,
  incomplete,
  missing,
  passing,
  type RunArguments,
  rendered,
  waived,
  withoutPack,
} from './rendered.js'

const xsd = fileURLToPath(new URL('data/junit.xsd', import.meta.url))
const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined
if (!hasXmllint) console.warn('xmllint is not installed: JUnit is not held against its schema')

const junit = async (...args: RunArguments) => {
  const text = await rendered('junit', ...args)
  if (hasXmllint) {
    const { stderr } = spawnSync('xmllint', ['--noout', '--schema', xsd, '-'], { input: text, encoding: 'utf8' })
    expect(stderr).toBe('- validates\n')
  }
  return text
}

/** How many of a kind a text has, by its elements and by what its suites say. */
const redIn = (text: string): number => {
  const elements = [...text.matchAll(/<(?:failure|error)\b/g)].length
  const told = [...text.matchAll(/ (?:failures|errors)="(\d+)"/g)].reduce((sum, [, count]) => sum + Number(count), 0)
  expect(elements).toBe(told)
  return elements
}

describe('junit', () => {
  test.each<[string, AuditRecord]>([
    ['a clean report', passing('报告/甲 & "乙".json')],
    ['what failed it was waived', waived()],
  ])('is green where %s', async (_, record) => {
    expect(redIn(await junit([record]))).toBe(0)
  })

  test.each<[string, AuditRecord]>([
    ['findings', failing()],
    ['findings new and old', compared()],
    ['a report that could not be judged in full', incomplete()],
    ['no pack', withoutPack()],
    ['a broken rule', broken()],
  ])('is red with %s', async (_, record) => {
    expect(redIn(await junit([record]))).toBeGreaterThan(0)
  })

  test('is red with a file that could not be read', async () => {
    expect(redIn(await junit([passing()], { failures: [missing] }))).toBe(1)
  })

  test('a report that its verdict lets pass is green whatever was found in it', async () => {
    expect(redIn(await junit([{ ...failing(), verdict: 'pass' }]))).toBe(0)
  })

  test('is valid without any report', async () => {
    expect(await junit([])).toContain('<testsuites>\n</testsuites>')
  })

  test('only what reaches the failing severity is a failure; the rest is told', async () => {
    const text = await junit([failing()])
    expect(text).toMatch(/<failure message="[^"]+" type="error">/)
    expect(text).not.toContain('type="note"')
    expect(text).toMatch(/<system-out>[^<]*提示：/)
    expect(await junit([failing()], { failOn: 'note' })).toContain('type="note"')
  })

  test('where only what is new fails, what the baseline has does not', async () => {
    const all = redIn(await junit([compared()], { failOn: 'note' }))
    expect(redIn(await junit([compared()], { failOn: 'note', failOnNew: true }))).toBeLessThan(all)
  })

  test('a waived finding is told with who let it be', async () => {
    expect(await junit([waived()])).toContain('已豁免：历史数据（批准人 王审，至 2027-01-01）')
  })

  test('what does not apply or cannot be judged is skipped with the reason', async () => {
    const record = incomplete()
    expect(await junit([{ ...record, verdict: 'pass', incompleteBecause: [] }])).toMatch(/<skipped message="[^"]+"\/>/)
    expect(await junit([record])).toMatch(/<error message="[^"]+" type="notAssessable"\/>/)
  })
})
