import type { Instrument, Pack, Rule } from '../types.js'
import { diffForms, type FormDiff } from './diff-form.js'
import { diffItems, diffKeys, type ItemsDiff, type KeyChange } from './diff-items.js'

/** How one pack differs from another: data only. */
export interface PackDiff {
  /** What the pack says of itself, its named conditions, its clean report, its code. */
  readonly pack: readonly KeyChange[]
  readonly instruments: readonly InstrumentChange[]
  readonly rules: ItemsDiff<Rule>
  readonly form: FormDiff
}

/** A cited role that another document plays now; a side where none plays it is left out. */
export interface InstrumentChange {
  readonly role: string
  readonly from?: Instrument
  readonly to?: Instrument
  /** The rules of either pack that cite the role. */
  readonly rules: readonly string[]
}

/** Compares two packs, whatever keys they have: rules and parts of the form by their ids, all else by its key. */
export const diffPacks = (from: Pack, to: Pack): PackDiff => ({
  // The hash differs with anything else, and says nothing more.
  pack: diffKeys(from, to, ['instruments', 'form', 'rules', 'integrity']),
  instruments: diffInstruments(from, to),
  rules: diffItems(from.rules, to.rules),
  form: diffForms(from.form, to.form),
})

const diffInstruments = (from: Pack, to: Pack): InstrumentChange[] => {
  const cited = new Map<string, Set<string>>()
  for (const { id, basis } of [...from.rules, ...to.rules])
    for (const { instrument } of basis) cited.set(instrument, (cited.get(instrument) ?? new Set()).add(id))
  return diffKeys<Instrument>(from.instruments, to.instruments)
    .filter(({ key }) => cited.has(key))
    .map(({ key, ...sides }) => ({ role: key, ...sides, rules: [...cited.get(key)!] }))
}
