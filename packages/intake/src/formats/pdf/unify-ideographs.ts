/**
 * Radicals that a font's map may name in the place of the character of the same shape, by the Unicode Character
 * Database's EquivalentUnifiedIdeograph.txt: those that are a character of their own. The Kangxi radicals are not among
 * them: their compatibility mapping says the same.
 */
const RADICALS: ReadonlyMap<string, string> = new Map(
  (
    '⺁厂⺇几⺌小⺎兀⺏尣⺒巳⺓幺⺕彐⺛旡⺝月⺟母⺠民⺡氵⺢水⺩王⺫目⺬示⺰纟⺱网⺶羊⺷羊⺻聿⺼月⺽臼⺿艹⻁虎⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足' +
    '⻋车⻍辶⻎辶⻑長⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'
  )
    .match(/../gu)!
    .map((pair): [string, string] => [pair[0]!, pair[1]!]),
)

/** The text with characters in the place of radicals that look the same. */
export const unifyIdeographs = (text: string): string =>
  /[\u2e80-\u2fdf]/u.test(text)
    ? text.replace(/[\u2e80-\u2fdf]/gu, (char) => RADICALS.get(char) ?? char.normalize('NFKC'))
    : text
