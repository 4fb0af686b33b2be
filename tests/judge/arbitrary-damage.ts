import type { Form } from '@gouji/core'
import fc from 'fast-check'

/** A cell as reports have them, and as they should not. */
const cells = fc.oneof(
  fc.integer({ min: 0, max: 50 }),
  fc.constantFrom<unknown[]>(
    null,
    '',
    '/',
    '-',
    '１２',
    '+3',
    '1,170',
    '22（其中修订16件）',
    '251000元',
    '12abc',
    '约5',
    '若干',
    -4,
    2.5,
    '0012',
    Number.MAX_SAFE_INTEGER,
    undefined,
  ),
)

export interface Damage {
  readonly cells: readonly (readonly [number, unknown])[]
  readonly removed: readonly string[]
  readonly texts: readonly (readonly [string, string])[]
  readonly editions: readonly string[]
  readonly withDocument: boolean
  /** Sections that pages without a text may hold more of; null where every page was read. */
  readonly unread: readonly string[] | null
}

/** Random damage to a clean report: cells changed or lost, parts taken away, texts, dates and editions replaced. */
export const arbitraryDamage = (form: Form, cellCount: number): fc.Arbitrary<Damage> =>
  fc.record({
    cells: fc.array(fc.tuple(fc.nat(cellCount - 1), cells), { maxLength: 25 }),
    removed: fc.subarray(
      [
        ...form.sections.map(({ id }) => `/sections/${id}`),
        ...form.tables.map(({ id, section }) => `/sections/${section}/tables/${id}`),
        '/sections/requests/tables/requests/rows/granted',
        '/title',
        '/preface',
        '/publishedOn',
        '/body',
      ],
      { maxLength: 3 },
    ),
    texts: fc.array(
      fc.tuple(
        fc.constantFrom(
          '/sections/overview/text',
          '/sections/problems/text',
          '/sections/other/text',
          '/preface',
          '/title',
        ),
        fc.constantFrom(
          '',
          '无',
          '二是加强考核。三是公开（',
          '统计期限自2020年1月1日起至2020年12月31日止',
          '某局2019年报告',
          '《条例》'.repeat(3),
        ),
      ),
      { maxLength: 3 },
    ),
    editions: fc.constantFrom(
      [],
      [],
      ['30号'],
      ['60号', '30号', '60号'],
      ['30号', '30号', '30号'],
      ['60号', '60号', '60号'],
      ['32号'],
    ),
    withDocument: fc.boolean(),
    unread: fc.option(fc.subarray(form.sections.map(({ id }) => id)), { freq: 2 }),
  })
