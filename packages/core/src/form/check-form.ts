import type { PackProblem } from '../pack/pack-error.js'
import type { Form } from '../types.js'

/** What the form's schema cannot say: ids that repeat, and names of things that are not there. */
export const checkForm = (form: Form): PackProblem[] => {
  const problems: PackProblem[] = []
  const report = (pointer: string, message: string): void =>
    void problems.push({ code: 'FORM', pointer: `/form${pointer}`, message })
  const unique = (ids: readonly string[], pointer: string, what: string): void => {
    const seen = new Set<string>()
    for (const id of ids) {
      if (seen.has(id)) report(pointer, `two ${what} have the id ${id}`)
      seen.add(id)
    }
  }
  const sections = form.sections.map(({ id }) => id)
  unique(sections, '/sections', 'sections')
  unique(
    form.tables.map(({ id }) => id),
    '/tables',
    'tables',
  )
  unique(
    form.tables.flatMap(({ blocks, ownRows = [] }) =>
      [...blocks.flatMap(({ rows }) => rows), ...ownRows].map(({ id }) => id),
    ),
    '/tables',
    'rows',
  )
  unique(
    form.relations.map(({ id }) => id),
    '/relations',
    'relations',
  )
  for (const [index, table] of form.tables.entries()) {
    const pointer = `/tables/${index}`
    const columns = table.columns.map(({ id }) => id)
    unique(columns, `${pointer}/columns`, 'columns')
    for (const [own, { id, of }] of (table.ownRows ?? []).entries()) {
      const at = `${pointer}/ownRows/${own}`
      const blocks = table.blocks.filter((block) => block.rows.some((row) => of.includes(row.id)))
      const members = blocks[0]?.rows.filter((row) => of.includes(row.id)).length ?? 0
      if (blocks.length !== 1 || members !== new Set(of).size)
        report(at, `the rows that ${id} stands for are not all rows of one block`)
    }
    if (!sections.includes(table.section)) report(`${pointer}/section`, `there is no section ${table.section}`)
    for (const [index, id] of columns.entries())
      if (!table.blocks.some((block) => block.columns.includes(id)))
        report(`${pointer}/columns/${index}`, `no block has the column ${id}`)
    for (const [block, { columns: used }] of table.blocks.entries()) {
      for (const id of used)
        if (!columns.includes(id)) report(`${pointer}/blocks/${block}/columns`, `there is no column ${id}`)
    }
  }
  for (const [index, relation] of form.relations.entries()) {
    const pointer = `/relations/${index}`
    const table = form.tables.find(({ id }) => id === relation.table)
    if (!table) {
      report(`${pointer}/table`, `there is no table ${relation.table}`)
      continue
    }
    const ids =
      relation.per === 'column'
        ? table.blocks.flatMap((block) => block.rows.map(({ id }) => id))
        : table.columns.map(({ id }) => id)
    for (const id of [...relation.left, ...relation.right])
      if (!ids.includes(id))
        report(pointer, `there is no ${relation.per === 'column' ? 'row' : 'column'} ${id} in ${relation.table}`)
    if (relation.total && relation.right.length !== 1) report(`${pointer}/right`, 'a total is one cell')
  }
  return problems
}
