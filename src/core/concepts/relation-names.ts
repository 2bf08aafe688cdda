import type { ConceptConfig } from "../config";
import { foldKey } from "../markdown/properties";
import { foldHeading } from "../markdown/sections";

/** What a key or a heading says of all that stands behind or below it. */
export type NamedKind = "related" | "broader" | "narrower" | "contrast";

/** The names of a vault's own, beside those that are known. */
export type OwnNames = Pick<ConceptConfig, "headings" | "properties">;

const noun = "(?:(?:concept|term|topic|note|page|idea|match)(?:e?s)?)?";
const sort = "(?:concept|term|topic|class|type|set)(?:e?s)?";

const kinds = ["related", "broader", "narrower", "contrast"] as const;

/**
 * The keys by which people name a kind of relation, folded, a group for each kind: SKOS's words, those that Breadcrumbs,
 * ExcaliBrain and Juggl come with, and those of ontologies (`is-subclass-of`, `hasPart`).
 */
const keys = new RegExp(`^(?:skos:)?(?:${[
  `(?:relat(?:ed|es)(?:to)?|see(?:also)?|similar(?:to)?|(?:associated|connected|linked)(?:to|with)?|close|friends?|siblings?|jumps?|connections|relations|neighbou?rs|same)${noun}`,
  `(?:broader|parents?)${noun}|super${sort}|up|hypernyms?|isan?|(?:isa?)?(?:kind|part|type|child|instance|sub${sort})of`,
  `(?:narrower|child(?:ren)?)${noun}|sub${sort}|down|hyponyms?|has(?:part|child|kind|type|sub${sort})s?|(?:is)?(?:parent|super${sort})of`,
  "contrast(?:s|ed)?(?:with|to)?|opposites?(?:of)?|antonyms?|versus|vs",
].map((pattern) => `(${pattern})`).join("|")})$`);

/** A shorter key ("up", "vs") is no heading of a list. */
const shortestHeading = 6;
const longestHeading = 120;

const heading =
  /^(?:(?:closely |other )?related(?: (?:to .{1,80}|(?!resource|reading|work|literature|publication|book|issue)[\p{L}-]+(?: (?:and|&) [\p{L}-]+)?))?|see (?:also|more)|[\p{L}-]+ related to .{1,80}|(?:related )?concepts? related to .{1,80}|(?:connected|associated|similar|comparable|adjacent|companion|neighbou?ring|linked) (?:concept|term|topic|note|page|idea|practice|project|initiative)s?|(?:connections|relations(?:hips?)?)(?: (?:to|with) (?:other|related) .{1,80})?|cross[- ]references)$/u;

/** The usual words for "related concepts" and "see also" in other languages. A space may be left out, as it is in a folded key. */
const abroad = new RegExp(`^(?:${[
  "siehe auch|voir (?:aussi|également)|(?:véase|ver|veja) tamb(?:ién|ém)|vedi anche|zie ook|zobacz (?:też|także|również)|(?:см|смотрите?)\\.? также",
  "(?:verwandte[rs]?|ähnliche|verwante|gerelateerde?|powiązane|pokrewne|связанные|родственные|похожие)(?: (?!l[ei]|r[ei]s|zas|art|лит|рес|мат|стат)\\p{L}+)?",
  "(?:(?!le|li|re[cs]|ris|art|zas)\\p{L}+ )?(?:relacionad[oa]s?|correlat[ei]|powiązane|pokrewne)|(?:concept|idée|note|notion|page|sujet|terme)s (?:lié|liée|associé|associée|connexe)s",
  "(?:相关|相關|関連|関連する)(?:概念|术语|術語|用語|主题|主題|笔记|筆記|条目|條目|項目)?|[参參另][见見]|관련 (?:개념|용어|주제|노트|문서)|(?:같이|함께) 보기",
].join("|").replaceAll(" ", " ?")})$`, "u");

/** What a property, or a field in the text, of this folded key states; undefined where it states no relation. */
export function kindOfKey(folded: string, { properties }: OwnNames): NamedKind | undefined {
  const own = kinds.find((kind) => kind !== "contrast" && properties[kind].some((name) => foldKey(name) === folded));
  if (own) return own;
  const found = keys.exec(folded);
  return found ? kinds.find((_, index) => found[index + 1] !== undefined) : abroad.test(folded) ? "related" : undefined;
}

/** What a heading says of the list below it: "Related Concepts", "See also" and their kin, "Narrower terms"; undefined for all other headings. */
export function kindOfHeading(text: string, names: OwnNames, folded = foldHeading(text)): NamedKind | undefined {
  if (text === "" || text.length > longestHeading) return undefined;
  const isRelated = heading.test(folded) || abroad.test(folded) || names.headings.some((name) => foldHeading(name) === folded);
  return isRelated ? "related" : folded.length < shortestHeading ? undefined : kindOfKey(foldKey(folded), names);
}
