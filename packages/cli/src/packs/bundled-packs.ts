import { type CompiledPack, compilePack } from '@gouji/core'
import * as rules2020 from '@gouji/rules-2020'
import * as rules2021 from '@gouji/rules-2021'

/** The packs that come with this program, in the order of their years. They were checked when it was built, and are compiled when they judge. */
export const bundledPacks = (): CompiledPack[] =>
  [rules2020, rules2021].map(({ pack, code }) => compilePack(pack, code, { trusted: true }))
