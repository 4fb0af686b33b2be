import { validatePack } from '../generated/validate-pack.js'
import { integrityText } from '../pack/integrity.js'
import { shapeProblems } from '../report/parse-report.js'
import type { Pack } from '../types.js'
import type { BuildPorts, BuiltCode } from './build-pack.js'

/** The pack that a source extends, as it was found: its pack.json, and the code beside it. */
export interface FoundBase {
  readonly pack: unknown
  readonly code: readonly BuiltCode[]
}

/** Why a pack cannot be built upon this base, in words; `null` where it can. */
export const baseFault = (
  name: string,
  own: { readonly name?: unknown; readonly apiVersion?: unknown },
  base: FoundBase | undefined,
  { sha512 }: BuildPorts,
): string | null => {
  if (name === own.name) return 'the pack extends itself'
  if (base === undefined) return `there is no pack ${name}: install it, or build it first`
  const pack = base.pack as Partial<Pack> | null
  if (pack?.name === own.name) return `the pack extends itself: ${name} is ${pack?.name}`
  if (Array.isArray(pack?.extends) && pack.extends.some((base) => base?.name === own.name))
    return `the pack extends itself: ${name} is built upon ${String(own.name)}`
  if (pack?.apiVersion !== undefined && pack.apiVersion !== own.apiVersion)
    return `${name} is of apiVersion ${pack.apiVersion}, this pack of ${JSON.stringify(own.apiVersion)}: a pack extends one of its own apiVersion`
  if (!validatePack(base.pack)) {
    const [first] = shapeProblems(validatePack.errors ?? [])
    return `the pack.json of ${name} is no built pack: ${first?.pointer ?? ''} ${first?.message ?? ''}`
  }
  if (`sha512-${sha512(integrityText(base.pack as Pack))}` !== (base.pack as Pack).integrity)
    return `the pack.json of ${name} is not what was built; build or install it anew`
  return null
}
