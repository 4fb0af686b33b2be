import { Parser, type Token } from 'parse5'
import type { Limits } from '../../limits.js'
import type { HtmlElement, HtmlTypes } from './html-tree.js'
import { createTreeAdapter, type PlacingAdapter } from './tree-adapter.js'

/** Tells its adapter where each token ends: parse5's own locations, of every attribute too, take as long as all the rest. */
class PlacingParser extends Parser<HtmlTypes> {
  cutCell: HtmlElement | null = null
  private readonly adapter = this.treeAdapter as PlacingAdapter

  override onStartTag(token: Token.TagToken): void {
    super.onStartTag(token)
    this.place()
  }

  override onEndTag(token: Token.TagToken): void {
    super.onEndTag(token)
    this.place()
  }

  override onComment(token: Token.CommentToken): void {
    super.onComment(token)
    this.place()
  }

  override onDoctype(token: Token.DoctypeToken): void {
    super.onDoctype(token)
    this.place()
  }

  override onEof(token: Token.EOFToken): void {
    for (let element = this.adapter.current(); element && !this.cutCell; element = element.parent)
      if (element.name === 'td' || element.name === 'th') this.cutCell = element
    super.onEof(token)
  }

  private place(): void {
    this.adapter.offset = this.tokenizer.preprocessor.offset + 1
  }
}

export interface ParsedHtml {
  readonly root: HtmlElement
  /** The innermost cell that the page ends in, cut off as it is; null where it ends in none. */
  readonly cutCell: HtmlElement | null
}

/** The page's tree, repaired as browsers do. Throws IntakeError `TOO_LARGE`. */
export const parseHtml = (source: string, limits: Limits): ParsedHtml => {
  const parser = new PlacingParser({ treeAdapter: createTreeAdapter(limits) })
  parser.tokenizer.write(source, true)
  return { root: parser.document, cutCell: parser.cutCell }
}
