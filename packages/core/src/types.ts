// Generated from ../schemas by `npm run generate`.

/**
 * A number; null, a blank; any other text as found.
 */
export type Cell = number | string | null
export type Id = string
/**
 * Chinese, or Chinese and English.
 */
export type Text =
  | string
  | {
      readonly zh: string
      readonly en?: string
    }
export type Day = string
export type Severity = 'error' | 'warning' | 'note'
export type Ids = string[]
export type Integrity = string
export type Verdict = 'pass' | 'fail' | 'notAssessable' | 'notApplicable' | 'broken'
/**
 * With a baseline: whether it had the finding; changed where other values were seen then.
 */
export type BaselineState = 'new' | 'unchanged' | 'changed'
export type Filled = string

/**
 * Every document that gouji publishes a schema of.
 */
export interface Documents {
  readonly report: Report
  readonly pack: Pack
  readonly result: Result
  readonly waivers: Waivers
}
/**
 * A report under audit. Closed at the top and in its sections, open by row: an unknown row is a finding, not a refusal. Which sections and tables exist is the form's to say.
 */
export interface Report {
  readonly schemaVersion: 1
  /**
   * The report year: not the year of publication.
   */
  readonly year?: number | null
  /**
   * What the year was taken from: the caller, the stated period, the title, or the year before publication.
   */
  readonly yearFrom?: 'given' | 'period' | 'title' | 'published'
  readonly body?: Body
  readonly title?: string
  /**
   * The text between the title and the first section.
   */
  readonly preface?: string
  readonly publishedOn?: {
    /**
     * YYYY-MM-DD.
     */
    readonly date: string
    /**
     * Where the date stands: in the report itself, said by the caller, or on the web page that carries it.
     */
    readonly from: 'report' | 'given' | 'page'
  }
  readonly sections: {
    readonly [k: string]: Section
  }
  readonly document?: DocumentInfo
}
/**
 * The organisation whose report this is.
 */
export interface Body {
  readonly name?: string
  readonly kind?: 'government' | 'department' | 'unknown'
  readonly rank?: 'central' | 'province' | 'city' | 'county' | 'township' | 'unknown'
  readonly region?: string
}
export interface Section {
  /**
   * The heading as printed; absent where the document has none for this section.
   */
  readonly heading?: string
  /**
   * The section's paragraphs, one a line, without its tables.
   */
  readonly text?: string
  readonly tables?: {
    readonly [k: string]: Table
  }
}
export interface Table {
  /**
   * The edition whose labels the table has.
   */
  readonly form: string
  readonly rows: {
    readonly [k: string]: {
      readonly [k: string]: Cell
    }
  }
}
/**
 * What only a read document has.
 */
export interface DocumentInfo {
  /**
   * The headings as printed and in order, unknown ones too.
   */
  readonly outline: readonly OutlineEntry[]
  /**
   * Row labels as printed, by the row's pointer.
   */
  readonly labels: {
    readonly [k: string]: string
  }
  /**
   * Column headers as printed and in order, by the table's pointer.
   */
  readonly headers: {
    readonly [k: string]: readonly string[]
  }
  /**
   * Rows that the form does not have, and rows whose number of cells is wrong: these tell how many were expected, and their row's pointer where they are one row of the form.
   */
  readonly oddRows: readonly OddRow[]
  /**
   * Text of a table's region that could not be placed. Its pointer is the nearest thing that surely holds it: a row, a table or a section.
   */
  readonly unplaced: readonly Unplaced[]
  /**
   * Pointers of what was inferred rather than read.
   */
  readonly inferred: readonly string[]
  /**
   * Where each line of a text stands, by the text's pointer.
   */
  readonly paragraphs?: {
    readonly [k: string]: readonly Place[]
  }
  /**
   * What a reader of the audit should know of how the document was read.
   */
  readonly notices?: readonly DocumentNotice[]
  /**
   * Sections that may hold more than was read, as part of the document has no text; the preface is not among them.
   */
  readonly unread?: readonly Id[]
  /**
   * Places by pointer.
   */
  readonly places: {
    readonly [k: string]: Place
  }
}
export interface OutlineEntry {
  readonly heading: string
  readonly section?: Id
  readonly place?: Place
}
/**
 * Where in the document. Lines, columns, pages, rows and tables count from 1.
 */
export interface Place {
  readonly line?: number
  readonly column?: number
  readonly page?: number
  /**
   * x, y, width, height in points from the page's top left corner.
   */
  readonly box?: readonly number[]
  readonly table?: number
  readonly row?: number
  readonly cell?: number
  /**
   * Of a word processor's document, its tables' paragraphs not counted.
   */
  readonly paragraph?: number
  /**
   * A spreadsheet's name.
   */
  readonly sheet?: string
  /**
   * A spreadsheet's cell: B7.
   */
  readonly address?: string
}
export interface OddRow {
  /**
   * The table's pointer.
   */
  readonly table: string
  /**
   * The row's pointer, where the label is the form's.
   */
  readonly row?: string
  readonly label: string
  readonly cells: readonly string[]
  /**
   * How many cells the form has there.
   */
  readonly expected?: number
  readonly place?: Place
}
export interface Unplaced {
  readonly pointer: string
  readonly text: string
  readonly place?: Place
}
export interface DocumentNotice {
  /**
   * unread-page: a page is a picture, without a text to read. unsure-tables: the format keeps a table's texts and not its cells.
   */
  readonly code: 'unread-page' | 'unsure-tables'
  readonly place?: Place
}
/**
 * A built pack: pack.json, self-contained.
 */
export interface Pack {
  /**
   * As npm names packages.
   */
  readonly name: string
  readonly version: string
  readonly apiVersion: 1
  readonly title: Text
  readonly edition: string
  readonly reportYears: {
    readonly from: number
    readonly to?: number
  }
  readonly validFrom: Day
  readonly validTo?: Day
  readonly status: 'active' | 'notYetActive' | 'expired' | 'deprecated'
  readonly replacedBy?: string
  /**
   * The documents that rules cite, by role.
   */
  readonly instruments: {
    readonly [k: string]: Instrument
  }
  /**
   * Named conditions.
   */
  readonly conditions?: {
    readonly [k: string]: Condition
  }
  readonly form: Form
  readonly rules: readonly Rule[]
  readonly clean: Report
  /**
   * The packs that this one was built upon, the nearest first. All that it takes from them is in it.
   */
  readonly extends?: readonly BasePack[]
  /**
   * Report years that the pack knows of and does not judge, and what is to be said of them.
   */
  readonly notCovered?: readonly NotCovered[]
  /**
   * The facts and operators of the pack and of those it was built upon: code that runs unconfined. Each file stands alone, beside pack.json.
   */
  readonly code?: readonly PackCodeFile[]
  readonly integrity: Integrity
}
export interface Instrument {
  readonly title: string
  readonly number?: string
  readonly date?: Day
}
/**
 * json-rules-engine's condition: all, any, not, a named condition, or a fact compared.
 */
export interface Condition {
  readonly all?: readonly Condition[]
  readonly any?: readonly Condition[]
  readonly not?: Condition
  readonly condition?: string
  readonly fact?: string
  readonly params?: {}
  readonly operator?: string
  readonly value?: unknown
}
/**
 * What an edition's report looks like: the one source of the report's JSON Schema, of reading documents, of the sums and of the documentation.
 */
export interface Form {
  readonly edition: string
  /**
   * What the report is called, without body and year.
   */
  readonly title: string
  /**
   * Other words by which a document shows that it is such a report.
   */
  readonly titleVariants?: readonly string[]
  /**
   * In the order of the form.
   */
  readonly sections: readonly FormSection[]
  readonly tables: readonly FormTable[]
  /**
   * Every sum and balance that the form's numbers must satisfy.
   */
  readonly relations: readonly FormRelation[]
  /**
   * What is written into a number's cell in place of a number.
   */
  readonly placeholders: readonly string[]
  /**
   * Units that may follow a number in its cell.
   */
  readonly units: readonly string[]
  /**
   * How the report states the period it covers.
   */
  readonly period?: {
    readonly words: readonly string[]
  }
  /**
   * Words that introduce the date on which a web page was published.
   */
  readonly published?: readonly string[]
  /**
   * What pages print around a report and that is no part of it.
   */
  readonly chrome?: readonly string[]
  /**
   * How a body's kind and rank are inferred from its name.
   */
  readonly bodies: {
    /**
     * The first whose ending the name has.
     */
    readonly kinds: readonly BodyKindRule[]
    /**
     * From the highest to the lowest. A rank whose ending the name has is taken first; else the lowest whose mark follows, in the name, the mark of a higher one.
     */
    readonly ranks: readonly BodyRankRule[]
    /**
     * Words that hold a mark and name no region: 市场.
     */
    readonly notMarks?: readonly string[]
  }
}
export interface FormSection {
  readonly id: Id
  /**
   * As printed before the heading: 一.
   */
  readonly ordinal: string
  readonly heading: string
  /**
   * Wordings that are accepted too.
   */
  readonly variants?: readonly string[]
}
export interface FormTable {
  readonly id: Id
  /**
   * What an auditor calls it: 表二.
   */
  readonly name: string
  readonly section: Id
  /**
   * rows (default): one printed row a row. across: the rows stand side by side in one printed row, under their labels.
   */
  readonly layout?: 'rows' | 'across'
  /**
   * Labels that only this edition prints in this table.
   */
  readonly marks?: readonly string[]
  /**
   * Labels of this table by which another edition is recognised.
   */
  readonly otherMarks?: readonly {
    readonly edition: string
    readonly labels: readonly string[]
  }[]
  /**
   * What the table prints that is neither a row, a column nor a value.
   */
  readonly captions?: readonly string[]
  /**
   * Rows that some reports print in place of several: a group's own row. Where none of those is there, it stands for them in every sum.
   */
  readonly ownRows?: readonly OwnRow[]
  /**
   * In the order of the values, which is not always that of the printed header.
   */
  readonly columns: readonly FormColumn[]
  /**
   * Runs of rows that share their columns.
   */
  readonly blocks: readonly FormBlock[]
}
export interface OwnRow {
  readonly id: Id
  readonly label: string
  /**
   * The rows it stands for, of one block.
   */
  readonly of: readonly Id[]
}
export interface FormColumn {
  readonly id: Id
  readonly label: string
  readonly variants?: readonly string[]
  /**
   * The header printed above it.
   */
  readonly group?: string
  /**
   * count (default): a whole number from 0. signed: a whole number. money: decimals allowed.
   */
  readonly kind?: 'count' | 'signed' | 'money'
}
export interface FormBlock {
  /**
   * The sub-head printed above: 第二十条第(一)项.
   */
  readonly caption?: string
  readonly columns: readonly Id[]
  readonly rows: readonly FormRow[]
}
export interface FormRow {
  readonly id: Id
  /**
   * As the form prints it, with its ordinal.
   */
  readonly label: string
  readonly variants?: readonly string[]
  /**
   * Labels by which the row is found too, and that are reported as not the form's.
   */
  readonly oddLabels?: readonly string[]
  /**
   * Labels printed above it that have no cells of their own, outermost first.
   */
  readonly group?: readonly string[]
  /**
   * Not in the national form: known, never required, and reported as extra.
   */
  readonly local?: boolean
  /**
   * Bodies that have this row to fill; all, where absent.
   */
  readonly appliesTo?: readonly {
    readonly kind?: 'government' | 'department'
    readonly rank?: readonly ('central' | 'province' | 'city' | 'county' | 'township')[]
  }[]
}
export interface FormRelation {
  /**
   * <table>.<name>
   */
  readonly id: string
  readonly table: Id
  /**
   * column: left and right name rows, one relation for each column. row: they name columns, one for each row.
   */
  readonly per: 'column' | 'row'
  readonly left: readonly Id[]
  readonly right: readonly Id[]
  /**
   * The one cell on the right is printed as the total of those on the left; where it is blank it counts as their sum.
   */
  readonly total?: boolean
}
export interface BodyKindRule {
  readonly kind: 'government' | 'department' | 'unknown'
  readonly endings: readonly string[]
}
export interface BodyRankRule {
  readonly rank: 'central' | 'province' | 'city' | 'county' | 'township'
  readonly marks?: readonly string[]
  readonly endings?: readonly string[]
}
/**
 * One requirement: where it stands in the law, what it is applied to, what it needs, when it fails.
 */
export interface Rule {
  /**
   * <group>/<thing-checked>. Never renamed, never reused.
   */
  readonly id: string
  readonly version: number
  readonly severity: Severity
  /**
   * Another severity for the check of this key.
   */
  readonly severityFor?: {
    readonly [k: string]: Severity
  }
  /**
   * Another severity where a condition holds; the first that holds.
   */
  readonly severityWhen?: readonly SeverityWhen[]
  readonly title: Text
  readonly why?: Text
  readonly basis: readonly Basis[]
  /**
   * What the rule is applied to, once each.
   */
  readonly each:
    | ('report' | 'section' | 'heading' | 'table' | 'row' | 'cell')
    | {
        readonly section?: Ids
        readonly table?: Ids
        readonly row?: Ids
        /**
         * Cells of these kinds.
         */
        readonly cell?: readonly ('count' | 'signed' | 'money')[]
        readonly relation?: string
      }
  readonly appliesWhen?: Condition
  /**
   * Facts without which nothing can be said: where one cannot be known, the verdict is notAssessable.
   */
  readonly needs?: readonly string[]
  readonly failWhen: Condition
  /**
   * Values by name, for the message and the finding's data.
   */
  readonly data?: {
    readonly [k: string]: FactReference
  }
  /**
   * What a pack that extends this one may set: where in the rule each stands. A new value is of the same kind.
   */
  readonly parameters?: {
    readonly [k: string]: Parameter
  }
  readonly message: Text
  /**
   * Changes of the pack's clean report, and what the rule then says. They are its tests, and are printed in its page.
   */
  readonly examples: readonly Example[]
  readonly deprecated?: {
    readonly since: string
    readonly replacedBy?: string
  }
}
export interface SeverityWhen {
  readonly when: Condition
  readonly severity: Severity
}
export interface Basis {
  /**
   * The role of an instrument that pack.yaml names.
   */
  readonly instrument: string
  readonly clause: string
  /**
   * text: read in the instrument. form: read off published reports. derived: follows by arithmetic or logic. practice: custom, not law. unverified: widely stated, the text not at hand.
   */
  readonly certainty: 'text' | 'form' | 'derived' | 'practice' | 'unverified'
}
export interface FactReference {
  readonly fact: string
  readonly params?: {}
}
export interface Parameter {
  /**
   * JSON Pointers into the rule: every place that has the value.
   */
  readonly at: readonly string[]
  readonly title: Text
}
export interface Example {
  readonly name: string
  /**
   * New values by pointer. In their texts {{year}}, {{yearBefore}} and {{yearAfter}} are the clean report's.
   */
  readonly change?: {}
  /**
   * Pointers to take away.
   */
  readonly remove?: readonly string[]
  readonly verdict: 'pass' | 'fail' | 'notAssessable' | 'notApplicable'
  readonly severity?: Severity
  /**
   * The code of a notAssessable verdict's reason.
   */
  readonly reason?: string
  /**
   * Keys of the checks that fail.
   */
  readonly checks?: readonly string[]
}
export interface BasePack {
  readonly name: string
  readonly version: string
  readonly integrity: Integrity
}
export interface NotCovered {
  readonly reportYears: {
    readonly from?: number
    readonly to?: number
  }
  readonly title: Text
}
export interface PackCodeFile {
  readonly file: string
  readonly integrity: Integrity
}
/**
 * What one run of gouji found. Consumers ignore keys they do not know. The same input and the same asOf give the same bytes.
 */
export interface Result {
  readonly schemaVersion: 1
  readonly tool: {
    readonly name: string
    readonly version: string
  }
  /**
   * The day the audit speaks of, YYYY-MM-DD.
   */
  readonly asOf: string
  readonly lang: 'zh' | 'en'
  readonly run: RunInfo
  readonly audits: readonly AuditRecord[]
  readonly packs: readonly PackInfo[]
  /**
   * Inputs that could not be read.
   */
  readonly failures: readonly Failure[]
  readonly notices: readonly Notice[]
  /**
   * False when a rule, a reader or a template broke: such a run never passes.
   */
  readonly executionSuccessful: boolean
}
/**
 * What beside the inputs and the packs settled the result: enough to audit the same again.
 */
export interface RunInfo {
  /**
   * The options of the command line that bear upon verdicts, by name, as they were given.
   */
  readonly options: {}
  /**
   * The files that were gone by.
   */
  readonly files: readonly RunFile[]
}
export interface RunFile {
  readonly role: 'config' | 'lock' | 'waivers' | 'baseline'
  readonly path: string
  readonly sha256: string
}
export interface AuditRecord {
  readonly input: {
    readonly path: string
    readonly mediaType: string
    readonly sha256: string
  }
  readonly body: Body
  readonly year: number | null
  readonly yearFrom?: string
  /**
   * The pack that judged; null where none covers the report.
   */
  readonly pack: string | null
  /**
   * Why this pack, or why none.
   */
  readonly selectedBy: string
  readonly verdict: 'pass' | 'fail' | 'incomplete'
  /**
   * What a reader of the audit should know of how the document was read.
   */
  readonly notices?: readonly AuditNotice[]
  readonly incompleteBecause?: readonly ReasonRecord[]
  readonly counts: {
    /**
     * Open findings by severity; those waived are counted apart.
     */
    readonly findings: {
      readonly error: number
      readonly warning: number
      readonly note: number
      readonly waived: number
    }
    readonly rules: {
      readonly pass: number
      readonly fail: number
      readonly notAssessable: number
      readonly notApplicable: number
      readonly broken: number
    }
    /**
     * With a baseline: how the findings differ from it.
     */
    readonly baseline?: {
      readonly new: number
      readonly unchanged: number
      readonly changed: number
      readonly gone: number
    }
  }
  /**
   * Coverage: every rule of the pack, once.
   */
  readonly rules: readonly RuleRecord[]
  readonly findings: readonly FindingRecord[]
  /**
   * With a baseline: its findings that are no more, as far as their rules were judged.
   */
  readonly gone?: readonly GoneFinding[]
}
export interface AuditNotice {
  readonly code: string
  readonly message: string
  readonly place?: Place
}
export interface ReasonRecord {
  readonly code: string
  readonly message: string
  readonly check?: string
  readonly pointer?: string
  /**
   * The rule that could not be judged.
   */
  readonly ruleId?: string
}
export interface RuleRecord {
  readonly id: string
  readonly version: number
  readonly verdict: Verdict
  /**
   * How many checks came to each verdict; those that none came to are left out.
   */
  readonly checks: {
    readonly pass?: number
    readonly fail?: number
    readonly notAssessable?: number
    readonly notApplicable?: number
    readonly broken?: number
  }
  /**
   * Why checks were not assessable, did not apply or broke.
   */
  readonly reasons?: readonly ReasonRecord[]
}
export interface FindingRecord {
  readonly ruleId: string
  readonly severity: Severity
  readonly check: CheckRecord
  readonly message: string
  readonly data: {}
  readonly evidence: readonly EvidenceRecord[]
  readonly basis: readonly {
    readonly document: string
    readonly clause: string
    readonly certainty: string
  }[]
  readonly fingerprint: string
  readonly waiver?: WaiverRecord
  readonly baseline?: BaselineState
}
export interface CheckRecord {
  readonly key: string
  readonly label: string
}
export interface EvidenceRecord {
  readonly role: string
  readonly label: string
  readonly pointer?: string
  readonly value?: number | null
  readonly raw?: string
  readonly place?: Place
}
/**
 * Who let the finding be, why, and until which day, that day included. A finding with a waiver fails nothing.
 */
export interface WaiverRecord {
  readonly reason: string
  readonly approver: string
  readonly expires: string
}
export interface GoneFinding {
  readonly ruleId: string
  readonly severity: Severity
  readonly check: CheckRecord
  readonly message: string
  readonly fingerprint: string
}
export interface PackInfo {
  readonly name: string
  readonly version: string
  readonly edition: string
  readonly integrity: string
  readonly status: 'active' | 'notYetActive' | 'expired' | 'deprecated'
}
export interface Failure {
  readonly path: string
  readonly code: string
  readonly message: string
  readonly place?: Place
}
export interface Notice {
  readonly code: string
  readonly message: string
}
/**
 * Findings that somebody answers for: gouji-waivers.yaml.
 */
export interface Waivers {
  readonly waivers: readonly Waiver[]
}
/**
 * One finding of one body's report of one year, let be on the values that were seen; a changed value voids it.
 */
export interface Waiver {
  readonly body: Filled
  /**
   * The report year.
   */
  readonly year: number
  readonly rule: Filled
  readonly fingerprint: Filled
  readonly values: readonly SeenValue[]
  readonly reason: Filled
  readonly approver: Filled
  readonly expires: Day
}
/**
 * What a finding was seen on: the raw text at a JSON pointer; a blank is the empty text. Of what has no text of its own, the label.
 */
export interface SeenValue {
  readonly at?: string
  readonly label?: string
  readonly raw?: string
}
