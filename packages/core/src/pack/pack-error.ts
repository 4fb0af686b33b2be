/** One thing wrong with a pack, where it stands in pack.json. */
export interface PackProblem {
  readonly code: PackProblemCode
  /** JSON Pointer into the pack. */
  readonly pointer: string
  /** In English; says what is wrong and what would be right. */
  readonly message: string
  /** Where the author wrote it. */
  readonly file?: string
  readonly line?: number
}

export type PackProblemCode =
  | 'SCHEMA'
  | 'YAML_SYNTAX'
  | 'FILE_MISSING'
  | 'DUPLICATE_ID'
  | 'UNKNOWN_FACT'
  | 'UNKNOWN_OPERATOR'
  | 'UNKNOWN_CONDITION'
  | 'UNKNOWN_INSTRUMENT'
  | 'UNKNOWN_SUBJECT'
  | 'UNKNOWN_NAME'
  | 'BAD_CONDITION'
  | 'BAD_PARAMS'
  | 'BAD_PATTERN'
  | 'NEEDS_MISSING'
  | 'FORM'
  | 'CODE'
  | 'INTEGRITY'
  | 'EXTENDS'
  | 'VERSION'
  | 'LIFECYCLE'
  | 'UNRELATED'
  | 'API_VERSION'

/** A pack that cannot be used: all its problems at once. */
export class PackError extends Error {
  readonly code = 'PACK_INVALID'
  readonly pack: string
  readonly problems: readonly PackProblem[]
  constructor(pack: string, problems: readonly PackProblem[], options?: ErrorOptions) {
    super(
      `the pack ${pack} cannot be used: ${problems.length} problem(s); mend them and run \`gouji pack check\``,
      options,
    )
    this.name = 'PackError'
    this.pack = pack
    this.problems = problems
  }
}
