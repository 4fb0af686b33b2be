import type { Form } from '../types.js'

type Schema = Readonly<Record<string, unknown>>

/**
 * The JSON Schema (2020-12) of reports of one edition: the published report schema, its sections and tables closed to
 * those of the form, each cell described by its label. `base` is the published schema.
 */
export const schemaOfForm = (form: Form, base: Schema): Schema => {
  const definitions = base.$defs as Record<string, Schema>
  const section = definitions.section as { properties: Record<string, Schema> } & Schema
  return {
    ...base,
    $id: undefined,
    title: `${form.title}(${form.edition})`,
    properties: {
      ...(base.properties as Schema),
      sections: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          form.sections.map(({ id, ordinal, heading }) => [
            id,
            {
              ...section,
              title: `${ordinal}、${heading}`,
              properties: { ...section.properties, tables: tablesOf(form, id, definitions.table!) },
            },
          ]),
        ),
      },
    },
  }
}

const tablesOf = (form: Form, section: string, table: Schema): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    form.tables
      .filter((candidate) => candidate.section === section)
      .map(({ id, name, columns, blocks }) => {
        const labels = new Map(columns.map((column) => [column.id, column.label]))
        const rows = blocks.flatMap((block) =>
          block.rows.map((row) => [
            row.id,
            {
              title: row.label,
              type: 'object',
              propertyNames: { $ref: '#/$defs/id' },
              properties: Object.fromEntries(
                block.columns.map((column) => [column, { description: labels.get(column), $ref: '#/$defs/cell' }]),
              ),
              additionalProperties: { $ref: '#/$defs/cell' },
            },
          ]),
        )
        const properties = table.properties as { rows: Schema }
        return [
          id,
          {
            ...table,
            title: name,
            properties: { ...properties, rows: { ...properties.rows, properties: Object.fromEntries(rows) } },
          },
        ]
      }),
  ),
})
