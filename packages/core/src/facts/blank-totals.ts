import { type Reading, TRAIT } from '../reading/reading.js'

/** Whether the cell is a total left blank over parts that are not all zero: a finding of its own. Where a part cannot be known, nor can this. */
export const isBlankTotal = ({ form, traits, values }: Reading, cell: number): boolean =>
  (traits[cell]! & TRAIT.blank) !== 0 &&
  form.totalOf[cell]!.length > 0 &&
  values[cell] !== 0 &&
  !Number.isNaN(values[cell])
