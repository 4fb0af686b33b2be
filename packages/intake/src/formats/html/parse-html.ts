import { Parser, type Token } from 'parse5'
import type { Limits } from '../../limits.js'
import type { HtmlElement, HtmlTypes } from './html-tree.js'
import { createTreeAdapter, type PlacingAdapter } from './tree-adapter.js'

/** Tells its adapter where each token ends: parse5's own locations, of every attribute too, take as long as all the rest. */
class PlacingParser extends Parser<HtmlTypes> {
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

  private place(): void {
    const adapter = this.treeAdapter as PlacingAdapter
    adapter.offset = this.tokenizer.preprocessor.offset + 1
  }
}

/** The page's tree, repaired as browsers do. Throws IntakeError `TOO_LARGE`. */
export const parseHtml = (source: string, limits: Limits): HtmlElement =>
  PlacingParser.parse(source, { treeAdapter: createTreeAdapter(limits) })
