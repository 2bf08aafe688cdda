import type { Phrase } from "../prose/phrase";

/** English words that relate two claims, whatever they are about; shared by all distinctions. */
export interface Cues {
  /** Abbreviations that end no sentence. */
  abbreviations: readonly string[];
  determiners: readonly Phrase[];
  /** What says that something is so. */
  be: readonly Phrase[];
  /** The same, run together with its subject. */
  contractions: readonly string[];
  /** Between a word and what must be so for it to hold. */
  conditions: readonly Phrase[];
  /** Between two words that are offered as one. */
  equates: readonly Phrase[];
  /** The same, at the head of a sentence. */
  aliases: readonly Phrase[];
  /** Behind two joined words that are offered as one. */
  sameness: readonly Phrase[];
  /** Between a thing and a second name for it. */
  renames: readonly Phrase[];
  /** Words before a pair joined by "or" that make it a choice or a list. */
  choices: readonly Phrase[];
  /** Right behind a word: what follows holds in spite of it. */
  concessions: readonly Phrase[];
  /** The sentence turns to something that is not offered any more. */
  asides: readonly Phrase[];
  /** Behind such a pair. */
  alternatives: readonly Phrase[];
  /** Between two words that are set against each other. */
  opposes: readonly Phrase[];
  /** Before two words that are listed as the kinds there are. */
  kinds: readonly Phrase[];
  /** Verbs of change from one thing to another. */
  turnings: readonly Phrase[];
  /** Verbs by which one thing does away with another. */
  removals: readonly Phrase[];
  /** What denies the word behind it. */
  nots: readonly Phrase[];
  /** Verbs of giving one thing for another. */
  exchanges: readonly Phrase[];
  /** Before a pair joined by "against" or "with". */
  weighs: readonly Phrase[];
  /** Before a pair joined by "over". */
  prefers: readonly Phrase[];
  /** The same, in the place of. */
  insteads: readonly Phrase[];
  /** The same, behind a clause. */
  comparisons: readonly Phrase[];
  /** At the head of a clause that is set against the next. */
  openers: readonly Phrase[];
  /** At the head of a sentence that is set against the one before. */
  turns: readonly Phrase[];
  /** Between two things of one kind that are compared. */
  compares: readonly Phrase[];
  /** At the head of a definition. */
  introductions: readonly Phrase[];
  /** Heads of what hangs on a noun and says how it is. */
  attributes: readonly Phrase[];
  /** Behind a noun: it is without something. */
  lacks: readonly Phrase[];
  /** Verbs and copulas that define. */
  defines: readonly Phrase[];
  /** Nouns for how a thing is made. */
  natures: readonly Phrase[];
  /** Verbs that say what follows from a thing's being so. */
  means: readonly Phrase[];
  /** Behind a comma, between two clauses. */
  joins: readonly Phrase[];
  /** The same, where the second clause has a subject of its own. */
  secondClauses: readonly Phrase[];
  /** Behind two words that are claimed together, before what both are said to mean. */
  jointly: readonly Phrase[];
  /** The same, at the head of the next sentence. */
  jointlyNext: readonly Phrase[];
  /** Between a word and what it is said to mean. */
  glosses: readonly Phrase[];
  /** Between a reason and its result. */
  results: readonly Phrase[];
  /** Nouns for having or doing something. */
  uses: readonly Phrase[];
  /** Verbs between a reason and its result. */
  brings: readonly Phrase[];
  /** The same, said with less weight: readers differ. */
  favours: readonly Phrase[];
  /** Before a reason, be it a clause or a noun phrase. */
  reasons: readonly Phrase[];
  /** The same, of small words that say many other things too. */
  weakReasons: readonly Phrase[];
  /** Between a thing and what it is meant to bring about. */
  purposes: readonly Phrase[];
  /** Behind "for", before what a thing is meant to bring. */
  gains: readonly Phrase[];
  /** At the head of a sentence whose reason is the sentence before. */
  follows: readonly Phrase[];
  /** "The more of this, the more of that." */
  correlates: readonly Phrase[];
  /** What is good about a thing, or what it is for. */
  merits: readonly Phrase[];
  /** At the head of a sentence, before the thing in which the rest holds. */
  settings: readonly Phrase[];
  /** Before a word that is about to be explained: "by this we mean". */
  namings: readonly Phrase[];
  /** Behind such a word. */
  meanings: readonly Phrase[];
  /** Before a word that is given to what meets a condition: "call it so if". */
  callings: readonly Phrase[];
  /** At the head of a sentence that goes on about the subject of the one before. */
  pronouns: readonly Phrase[];
  nobodies: readonly Phrase[];
  /** Words that point back. */
  anaphors: readonly Phrase[];
  /** At the head of a sentence that spells out what the one before it has said. */
  spellings: readonly Phrase[];
  /** Verbs that say that the sentence before is so because of this. */
  sureties: readonly Phrase[];
  /** At the head of a question that the next sentence answers. */
  asks: readonly Phrase[];
  /** Verbs between a reason and the quality that comes of it. */
  yields: readonly Phrase[];
  /** Verbs between a fact and what it is taken to show. */
  proofs: readonly Phrase[];
  /** Between a quality and the means by which it is reached. */
  attainments: readonly Phrase[];
  /** Between a word and one that says it better. */
  secondThoughts: readonly Phrase[];
  /** Writers speak of their own words. */
  ownVoice: readonly Phrase[];
  /** Between two words that are each other's opposite. */
  contraries: readonly Phrase[];
  /** Between two clauses that are set against each other. */
  whereas: readonly Phrase[];
  otherHands: readonly Phrase[];
  /** Verbs that say what something is or has, at the end of a comparison. */
  has: readonly Phrase[];
  /** Of how things were. */
  onces: readonly Phrase[];
  /** Verbs of what something can do without. */
  needs: readonly Phrase[];
  /** Before "over" and "to", where two things are weighed. */
  superiors: readonly Phrase[];
  negations: readonly Phrase[];
  /** At the head of a sentence that takes back the one before. */
  denials: readonly Phrase[];
  /** What a word comes to, as a noun. */
  senses: readonly Phrase[];
  /** Said by others. */
  reports: readonly Phrase[];
  /** Only supposed, wished or asked. */
  hedges: readonly Phrase[];
  /** A use of the words is corrected. */
  corrections: readonly Phrase[];
  /** The distinction itself is the subject. */
  teaches: readonly Phrase[];
  /** At the head of a clause that goes on about something else. */
  elsewhere: readonly Phrase[];
  /** Before a noun: not the one that is spoken of, but those that it differs from. */
  others: readonly Phrase[];
  /** Before a noun: it is not there, or done away with. */
  withouts: readonly Phrase[];
  /** Before a noun that only names the setting. */
  within: readonly Phrase[];
  /** Before "only": a denial that denies nothing. */
  onlys: readonly Phrase[];
  /** In a heading: the section below contrasts. */
  contrasts: readonly Phrase[];
  /** In a heading: the labels of the list below name other concepts, and what follows is no gloss of theirs. */
  related: readonly Phrase[];
}

export const cues: Cues = {
  abbreviations: ["e.g.", "i.e.", "etc.", "vs.", "cf.", "a.k.a.", "fig.", "no.", "approx.", "dr.", "mr.", "ms.", "mrs.", "prof.", "st.", "inc.", "ltd.", "resp.", "incl."],
  be: ["is|are|was|were|am|be|been|being", "become|becomes|became|stay|stays|remain|remains|get|gets"],
  contractions: ["'s", "'re", "'m"],
  determiners: ["a|an|the|its|their|our|your|his|this|that|these|those|some|any|all|each|every|most|many|such|more|less|fully|truly|completely|totally|entirely|purely|highly|very|largely|mostly|somewhat|partially|partly|also|just|simply|merely|basically|essentially|really|rather|even|in|inherently|naturally|necessarily|by|being"],
  conditions: ["if", "when", "once", "as soon as", "only if"],
  equates: [
    "also known as", "also called|named|termed", "also referred to as", "otherwise known as", "known also as", "often|frequently|commonly|usually|sometimes ?also called|named|termed|known|referred ?to ?as", "which is to say", "which means", "in the sense of", "in the sense that it|they is|are", "as in", "same as", "the same ?thing as", "synonym* for|of|to|with", "?simply|just|basically|really means|mean ?being", "put differently|simply", "if you prefer|like", "sometimes called|named|known ?as", "aka", "a.k.a.",
    "i.e.", "i.e.,", "ie", "that is", "that is,", "that is to say", "in other words", "in other words,", "to put it differently", "namely", "=", "==", "≈", "synonym*", "read", "synonymous with", "equivalent to", "meaning", "what we call", "viz.",
  ],
  aliases: ["in other words", "that is ?to ?say", "put differently|simply", "which is to say", "alias|aliases", "also|otherwise|sometimes|commonly known|called|named|referred ?to ?as", "aka", "a.k.a.", "synonym*", "other names ?for ?it"],
  sameness: ["refer|refers to the same *", "as synonym*", "interchangeabl*", "synonym*", "mean|means the|exactly same", "the same ?thing", "one and the same", "identical", "equivalent"],
  renames: [
    "might|may|can|could|would ?also ?just|simply be said to be", "might|may|can|could ?also ?just|simply be called|described|considered|regarded|termed|seen|labelled|labeled|referred|thought ?of ?to ?as",
    "is|are ?also ?often|sometimes|commonly|usually|frequently called|known|described|referred|considered|termed ?to ?as", "a|an|another|the ?* word|name|term|way for|of ?saying|describing", "is|are ?just|simply|basically|essentially another word|name|term|way for|of", "is|are ?just|simply|basically|essentially the same as", "is|are ?just|simply|basically|essentially the same thing as",
    "is|are ?basically|essentially ?a|an synonym*|synonymous|equivalent|interchangeable|identical of|for|with|to", "boils|comes|boil|come down to", "amounts|amount to", "equals|equal",
  ],
  choices: ["whether", "either", "neither", "both", "which", "between", "choose", "not", "one of", "compare*", "comparison", "more", "less"],
  concessions: ["even", "regardless|irrespective", "no matter", "whether or not"],
  asides: ["but", "nevertheless", "nonetheless", "even so", "however", "although", "though", "while", "whereas", "yet", "even though"],
  alternatives: ["depending", "whichever", "respectively", "but not both", "or both", "it depends"],
  opposes: [
    "rather than", "instead of", "as opposed to", "opposed to", "in place of", "versus", "vs", "vs.", "v.s.", "in ?stark|sharp|direct|marked contrast to|with", "contrast* with", "contrary to", "in comparison to|with", "differ*|different|differently|distinct from", "as distinct from", "as compared to|with", "instead of", "unlike", "compared to|with", "as against", "replacement for", "alternative* to|for", "instead of being", "rather than being", "than",
  ],
  kinds: ["two|three ?* ?* approaches|kinds|types|models|ways|options|modes|forms", "kinds|types|forms of", "divided into|in", "classified as|into", "either", "comparing|compare|compares", "comparison|comparisons of", "trade-off*|choice|choose|contrast between|of"],
  turnings: ["turn|turns|turned|turning", "transform*|convert*|chang*|evolv*|migrat*|shift*|mov*", "mov* beyond|on|away", "go|goes|going|went|gone"],
  removals: ["outperform*|surpass*|outpac*|outcompet*|outclass*|supersed*|beat|beats", "eliminate*|remov*|bypass*|avoid*|abolish*|replac*|supplant*|challeng*|displac*", "get|gets|getting rid of", "do|does|doing away with"],
  nots: ["not|never|nor|non", "no longer", "isn't|aren't|wasn't|weren't|doesn't|don't|didn't|can't|couldn't|won't"],
  exchanges: ["swap*|trade*|trading|exchang*|replac*|substitut*|leav*|abandon*|ditch*|giv* ?up"],
  weighs: ["weigh*|pit|pits|pitted|pitting|compar*|contrast*|set|sets|setting|balanc*|trad*"],
  prefers: ["prefer*|favor*|favour*|choos*|chose|pick|picks|picked"],
  insteads: ["rather than", "instead of", "as opposed to", "in place of", "in lieu of"],
  comparisons: ["unlike", "in ?stark|sharp|direct contrast to|with", "as opposed to", "opposed to", "contrary to", "?as compared to|with", "in comparison to|with", "versus|vs|vs.", "?as different|distinct from"],
  openers: ["unlike", "in ?stark|sharp|direct contrast to|with", "as opposed to", "contrary to", "?as compared to|with", "in comparison to|with", "differently from", "different from", "instead of", "rather than", "whereas", "while", "where", "in place of", "not"],
  turns: ["instead", "rather", "in contrast", "by contrast", "by comparison", "in comparison", "conversely", "on the contrary", "on the other hand"],
  compares: ["than", "compared to|with", "unlike", "whereas", "while", "but", "those of", "in contrast to|with", "as opposed to", "versus|vs|vs."],
  introductions: ["the term|word|concept|idea|notion ?of", "a|an|any", "when we say", "put simply", "simply put", "here", "by"],
  attributes: ["with|without|no|nobody|not|none|each|every|everyone|everybody|all|there", "*ed|*ing|run|kept|held|split|spread|cut|broken|stored"],
  lacks: ["with no|neither", "without", "where|in no|which", "that|which has|have|needs|need|relies|rely no|on"],
  defines: [
    "=|==|≈", "is|are ?simply|just|merely|basically|essentially ?the|a|an * of", "is|are ?simply|just|basically|essentially ?about *ing", "is|are one|ones whose|where|that|which|in|with|without", "is|are when|if", "should|must|may be understood|read|taken as|to", "just|simply|basically|really|only|typically|usually|generally|often means|mean", "comes|come down to", "involves|involve", "describes|describe|denotes|denote|denoting|describing", "is|are what happens|you get when|if", "means|mean", "refers|refer to", "describes|describe", "denotes|denote", "signifies|signify", "stands for", "implies|imply that", "is|are|was when", "is|are|was where", "is|are ?simply|basically|essentially ?a|an|the one where|in|that|which", "is|are ?best|often|usually|commonly|typically|generally|also defined|described|understood|characterised|characterized as|by|in", "is|are ?simply|basically|essentially|really|all about|just ?about",
    "is|are ?simply|basically|essentially|just|usually|typically|generally a|an|any|the ?kind|type|form|process|practice|act|transfer|concept|idea|method|way|state of", "consists|consist of", "is|are a|an|one", "is|are ?made up|composed|characterised|characterized of|by", "is the ?process|practice|act|transfer|concept|idea of",
  ],
  natures: ["nature|design|architecture|structure|character|setup|layout|topology|approach"],
  means: ["means|mean", "implies|imply"],
  joins: ["and|but"],
  secondClauses: ["and the|its|their|a|an|it|they|we|there|these"],
  jointly: ["means|mean|meaning", "refers|refer to", "is|are when|where", "that is", "two words that|which ?simply|just|merely mean", "which means", "which is to say", "by which we|i mean", "in other words", "in that", "in the sense that|of", "namely", "is|are designed|meant|built|intended|supposed to", "by definition"],
  jointlyNext: ["?all ?that this|that|it|which ?just|simply|merely|only|all means|mean", "by this|that|which we|i ?just|simply mean"],
  glosses: ["meaning", "which means", "which is to say", "by which we|i mean", "that is to say", "i.e.", "i.e.,", "in other words", "in other words,", "in that", "in the sense that|of", "namely"],
  results: [
    "so", "so that", "and so", "so even|that|there|if", "and as a consequence", "as a consequence", "and that is|'s why", "and this|that means", "which guarantees|makes|lets|keeps", "guaranteeing that", "ensuring that", "which ensures that", "giving|gives it|us|you|them",  "therefore", "and therefore", "thus", "and thus", "hence", "and hence", "thereby", "consequently", "and consequently", "as a result", "meaning", "meaning that", "which means", "which means that", "this means", "that means", "that is why", "which is why", "making it|them|this|that|the|its|your|our|any|sure|us|you", "which makes", "and as a result", "and as such", "it follows that",
    "ensuring", "guaranteeing", "preventing", "eliminating", "which ensures|guarantees|prevents|eliminates|removes|implies", "removing", "avoiding", "implying", "proving", "with the result that", "such that", "then",
  ],
  uses: ["approach|method|practice|strategy|way|idea|use|usage|adoption|introduction|nature|advantage|benefit|power|beauty|point of|in|to"],
  brings: ["ensures|ensure", "guarantees|guarantee", "eliminates|eliminate", "removes|remove", "prevents|prevent", "implies|imply", "leads|lead to", "results|result in", "proves|prove", "makes|make", "has|have no", "lack|lacks", "does|do not have|rely|depend|need|require", "doesn't|don't have|rely|depend|need|require", "is|are ?much ?more|highly|very|inherently|naturally|therefore|also|always ?more ?fault|failure|censorship resilient|resistant|tolerant|immune|available|scalable|reliable|robust", "is|are good|better|great for", "mitigates|mitigate|minimizes|minimises|minimize", "keeps|keep *ing|available|online|up", "stays|stay|remains|remain available|online|up|reachable", "can|will ?still continue|survive|function|withstand", "can|will ?still keep *ing", "resist|resists", "empower|empowers", "give|gives|put|puts|return|returns|hand|hands", "cut|cuts out", "protect|protects", "does|do away with", "replace|replaces", "needs|need|requires|require no", "is|are not controlled|owned|stored|hosted|run|governed|reliant|dependent", "isn't|aren't controlled|owned|stored|hosted|run|governed|reliant|dependent", "improves|improve", "increases|increase", "enhances|enhance", "reduces|reduce", "avoids|avoid", "gives|give|brings|bring|buys us|you|it|them", "survives|survive"],
  favours: ["allowing", "enabling", "allows|allow", "enables|enable", "reducing", "provides|provide", "providing", "offers|offer", "helps|help", "enhancing"],
  reasons: ["because", "since", "the reason ?is|being ?that", "inasmuch as", "once", "on account of the fact that", "given that", "now that", "seeing that", "in that", "on the ground* that", "because of", "on account of", "courtesy of", "as ?a consequence of", "in light of", "by reason of", "due to", "owing to", "thanks to", "by virtue of", "given", "as a result of", "by being", "in virtue of", "as a consequence of"],
  weakReasons: ["as", "for", "with", "by using", "through", "by"],
  purposes: ["?so ?as ?in ?order to avoid|prevent|ensure|eliminate|remove|increase|improve|reduce|survive|withstand|guarantee|achieve|protect|stop|keep"],
  gains: ["better|greater|more|improved|increased|higher|maximum", "reasons of", "the sake of"],
  follows: ["all ?that this|that|it means","this|that ?also makes|make|keeps|gives|renders|means|proves|shows", "this|that ?also means ?that", "that way", "this way", "by doing this|so", "its|their|this|that * nature|design|structure|architecture sees|ensures|makes|means|guarantees|is", "which means ?that", "it ?also means ?that", "so", "thus", "therefore", "hence", "consequently", "as a result", "as such", "this|that|which ?also ensures|guarantees|prevents|eliminates|implies|removes|makes", "that is|'s why", "this is|'s why", "for this|that reason", "because of this|that", "accordingly", "it follows that"],
  correlates: ["the more|further|less|wider", "the fewer", "the greater|larger|higher the|a"],
  merits: ["benefit*|advantage*|motivation*|purpose|goal|point|reason*|strength* of|for|behind|to ?using|preferring|choosing|having"],
  settings: ["in", "on", "with", "within", "under"],
  namings: ["by|with ?the ?word|term", "when|if|whenever i|we|you|people say|speak|talk ?of|about|write", "saying|calling ?something|it"],
  meanings: ["we|i|you|they|people ?really|simply|just mean", "is meant", "means"],
  callings: ["we|i|they|people ?also ?might|may|would|can call|consider|regard", "call|calls|consider|considers", "is|are called|considered|said ?to ?be", "we|i say ?that"],
  pronouns: ["it|they|this|these|its|their", "all ?of ?it|them|the|its|their"],
  nobodies: ["no ?one|single", "nobody|none|neither"],
  anaphors: ["it|its|them|their|us|this|that|here|anything|everything"],
  spellings: ["there is|are|'s no|nobody|never", "there's|isn't|aren't", "everyone|everybody|anyone|anybody|each|every", "by ?this|that|which we|i mean"],
  sureties: ["sees|see to that|this|it", "ensures|ensure|guarantees|guarantee that|this|it"],
  asks: ["q:", "what", "how", "why", "in what|which sense|way"],
  yields: ["makes|make|making|made", "keeps|keep|keeping", "renders|render|rendering", "ensures|ensure|ensuring", "guarantees|guarantee|guaranteeing", "increases|increase|increasing", "improves|improve|improving", "strengthens|strengthen", "achieves|achieve|achieving", "leads|lead to", "results|result in", "means|mean", "helps|help ?to ?us ?stay|remain|be|keep|become", "for the sake of", "for better|greater|maximum|increased"],
  proofs: ["proves|prove|proving", "shows|show|showing", "demonstrates|demonstrate", "implies|imply", "tells|tell us", "is|are proof of|that", "is|are evidence of|that", "what|which makes|make"],
  attainments: ["achieved|ensured|provided|guaranteed|reached|obtained|attained|realised|realized|accomplished|implemented|created|secured|maintained|comes|come|stems|results|arises by|through|via|with|using|from", "through|via"],
  secondThoughts: ["rather|simply|equivalently|also", "?more|most *ly", "if you prefer|like|will|want", "some|others|you|we|people ?might|may|would ?also call|say", "what some|others|you|we|people ?might|may|would call", "more precisely|exactly|accurately|correctly", "better"],
  ownVoice: ["we|i", "here", "in this|our ?whole ?short book|document|post|article|paper|note|notes|text|report|guide|spec|specification|section|chapter", "throughout", "for our|these purposes", "following common usage"],
  contraries: ["opposite|reverse|antithesis|contrary|inverse|antonym of|to", "is|are|as the opposite|reverse|antithesis|contrary|inverse|antonym of|to"],
  whereas: ["whereas", "where", "while", "but", "yet", "when"],
  has: ["is|are|was|were|has|have|does|do"],
  otherHands: ["on the other hand|side", "on the other"],
  onces: ["once|formerly|previously|earlier|originally|initially|traditionally|historically", "used to be", "was|were"],
  needs: ["need|needs|needing|the ?need ?for ?of", "require|requires|requiring", "uses|relies ?on|upon", "rely|relying|depend|depending on|upon", "having|have|has|use|using", "going|passing through", "any"],
  superiors: ["advantage*|benefit*|improvement*", "better|superior|preferable|preferred|inferior"],
  negations: ["not", "never", "no longer", "isn't|aren't|wasn't|weren't|doesn't|don't|didn't|won't|can't|cannot|couldn't", "neither", "nor", "without being", "hardly", "non", "less", "lack* of", "lacks", "nothing", "mistake|misconception|myth|fallacy", "wrong to"],
  denials: ["it|this|that|they is|are not|n't", "it isn't|wasn't", "they|we aren't", "that isn't", "that|this is ?simply ?just|not wrong|false|nonsense|so|true", "not so|quite|really|true", "wrong", "no,"],
  senses: ["meaning|essence|sense|definition|point|nature|idea of"],
  reports: ["you|they|he|she|someone ?have|has wrote|write|writes|said|says|say|told ?us ?that", "so-called", "supposedly", "allegedly", "claims|claim|claimed ?to|that", "is|are ?often|sometimes|commonly|widely|usually|frequently said|described|portrayed|used", "some|many ?people say|call|argue|claim", "according to", "they|people|some|many|believers ?still|often|wrongly believe|think|feel", "believed"],
  hedges: ["so to speak", "if", "whether", "should", "would", "could", "might", "imagine", "suppose", "perhaps", "maybe", "arguably", "seems|seem", "potentially", "aim*|goal|want|wants|hope*"],
  corrections: ["not the same", "confus*|conflat*|misus*|misunderst*|mistak*", "myth|misconception|fallacy", "i assure you", "in ?actual fact|reality", "wrongly|incorrectly|erroneously|mistakenly|falsely"],
  teaches: ["difference*", "differ|differs|differentiate*", "distinction*|distinguish*", "confus*|conflat*|misuse*|misunderst*", "mix*|mixed up", "mistake*|mistaken|mistook for", "not the same", "not necessarily", "does not mean|imply|make|guarantee|entail", "doesn't mean|imply|make|guarantee|entail|automatically", "the word|words|term|terms", "orthogonal", "myth|misconception", "just because", "the opposite of"],
  elsewhere: ["whereas", "while", "where other*", "not all|every|everything|everyone"],
  others: ["traditional|conventional|typical|usual|classic*|legacy|incumbent|ordinary|regular|existing|current|today's|most|other|many|some|large|big ?and ?more|big"],
  withouts: ["no|without|beyond|avoid*|eliminat*|prevent*|resist*|counter*|remov*|replac*|bypass*|reduc*|disrupt*|challeng*", "free of|from", "independent* of|from", "away from", "lack of"],
  within: ["in|within|inside|for|of|across|to|with|like|by|from|through|using|into|on|over|among|amongst|between|throughout"],
  onlys: ["not|never ?even only|just|merely|simply|solely|necessarily"],
  contrasts: ["vs", "vs.", "versus", "difference*", "distinction*", "compar*", "distinguish*", "not the same", "terminology"],
  related: ["related", "see also", "further reading", "references", "resources", "links", "connections"],
};
