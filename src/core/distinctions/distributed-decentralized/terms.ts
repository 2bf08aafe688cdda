import type { Term } from "../distinction";

/** Where something is when it is in one place, as phrases: "on a single server", "under one roof". */
const lone = "place|location|site|spot|building|room|city|town|office|server|machine|computer|box|host|disk|drive|datacenter|datacentre|vault|warehouse|roof|campus|headquarters|basement|cluster|hospital";
const onePlace = [
  `in|on|at|under|inside ?just ?only a|the ?big|large single|same|central ?data|physical ${lone}|center|centre`,
  `in|on|at|under|inside ?just ?only one ?big|single|large|central|data|physical ${lone}|center|centre`,
  `a|one single|big|large|central ${lone}`, `single|one location|place|site|server|machine|computer|datacenter|spot`, `a single|one data center|centre`,
];
/** Who holds it when one party does. */
const party = "authority|authorities|company|companies|entity|entities|party|parties|organization|organisation|government|institution|institutions|owner|operator|person|body|team|corporation|firm|group|vendor|provider";

/** The word for much of the arrangement axis. The verb is no form of it: to distribute power is to decentralize. */
export const distributed: Term = {
  label: "distributed",
  forms: { adjective: ["distributed"], noun: ["distribution", "distributedness"], verb: [], phrase: [] },
  opposites: {
    adjective: ["concentrated", "co{-}located", "single{-}site", "monolithic", "on{-}site"],
    noun: ["concentration", "co{-}location"],
    verb: [],
    phrase: onePlace,
  },
  otherSenses: {
    adjective: [
      "_ among|amongst|between|by|via|under|through|as|from|freely|free|evenly|equally|unevenly|uniformly|randomly|normally|fairly|equitably|proportionally|unequally|widely|along|according|with ?the|a|an|your|each|every",
      "_ to the|a|an|all|its|their|each|every|other|others|various|multiple|different|users|members|people|participants|nodes|everyone|those|many|several|us|you|them|our|your|holders|stakeholders|shareholders|customers",
      "normally|uniformly|identically|exponentially|randomly|evenly|equally|unevenly|poisson|fairly|equitably|widely|unequally|proportionally|gaussian|binomially|log-normally|symmetrically|bimodally|automatically|freely|regularly|commercially|sparsely|densely _",
      "token*|reward*|fund|funds|profit*|dividend*|money|award*|share|shares|wealth|income|grants|goods|leaflet*|pamphlet*|votes|seats|prizes|brochure*|magazine*|vaccine*|aid|food|seeds|flyer*|copies|software|licence|license|licenses|newsletter*|book|books|questionnaire*|survey|surveys|value|benefits|payment*|revenue*|airdrop* ?that|which ?is|are|was|were|will|must|be|being|been|can|could|should|get|gets ?be|been|then|also|thus _",
      "have|has|had|we|they|he|she|i|you|who _",
      "_ the|these|those|their|his|her|its|copies|money|flyers|funds|tokens|a|an|some|our|it|them",
      "_ lag|practice|morphology|amplifier|parameter*|load|force|mass|proofreading|representation*|representations|cognition|antenna*|acoustic",
    ],
    noun: [
      "linux|gnu|software|os|gaussian|normal|probability|income|wealth|token|power-law|size|age|frequency|uniform|content|food|value|data|benefit|reward|resource|population|binary|source|python|weight|prior|posterior|sampling|this|that|these|your|energy|electricity|water|music|film|book|drug|profit|even|equal|unequal|fair|equitable|geographic|spatial|key|package|any|its|their|same|cost|risk|a _",
      "_ of|channel*|list*|cent*|key*|curve|function*|company|companies|partner*|agreement*|rights|system*|grid*|line|lines|cost*|strategy|strategies|package*|file*|platform|method*|point*|shift|to|over|across|for|in|on|is|between|model*|network*|plan",
    ],
    verb: [],
    phrase: [],
  },
  onlyInPairs: ["noun"],
  makers: [],
  doings: ["belongs|belong to", "is|are not controlled|owned|governed|run|managed|operated ?by", "isn't|aren't controlled|owned|governed|run|managed|operated ?by", "has|have no"],
  states: ["that|which is|are not ?controlled|owned|governed|run|managed|operated", "?that|which ?is|are controlled|owned|governed|run|managed|operated ?jointly|collectively by no|nobody|none|everyone|everybody|all|its|their|users|members|participants|those|many|several", "that|which belongs|belong to"],
  ownSense: ["_ as synonym*", "_ is ~ decentrali*", "decentrali*/_", "_/decentrali*", "decentrali* ?and or _", "_ or|instead|versus|vs|rather ?of|than decentrali*|centrali*|concentrat*", "centrali*|concentrat* or|versus|vs|and|to|of|than _", "from|of ?the centrali* ~ _", "the more|less _", "_ by design|nature|default|definition", "_ as well|possible|ever|opposed|compared", "_ under ?the hood"],
  termsOfArt: [
    "ledger*", "?ledger technolog*", "system*", "computing", "hash table*", "denial*", "database*", "version control*", "revision control*", "source control*", "consensus", "team*", "workforce", "work", "generation", "energy", "file system*", "filesystem*", "transaction*", "training", "cache*", "memory", "shared memory", "manufacturing", "sensor*", "control system*", "learning", "cooperative*", "algorithm*", "sql", "nosql", "key-value", "key value", "query", "queries", "application*", "app", "apps",
  ],
  otherAxisHeads: ["governance|leadership|authority|authorities|ownership|power|control|trust|responsibility|accountability|decision*|decision-making|agency|autonomy|sovereignty|management|moderation|coordination|power-sharing"],
  borrowed: ["autonomous organi*|corporation*|compan*|communit*", "finance", "exchange*", "identifier*", "clinical trial*"],
  frames: ["geographically|globally|physically|spatially|regionally|topologically|architecturally|technically|internationally|nationally|geo"],
  otherFrames: ["politically|democratically"],
};

/** The word for much of the control axis. */
export const decentralized: Term = {
  label: "decentralized",
  forms: { adjective: ["de{-}centrali{z}ed"], noun: ["de{-}centrali{z}ation"], verb: ["de{-}centrali{z}e", "de{-}centrali{z}es", "de{-}centrali{z}ing"], phrase: [] },
  opposites: {
    adjective: ["centrali{z}ed", "centrally controlled", "centrally managed", "centrally owned", "centrally governed", "centrally run", "centrally operated", "centrally planned", "centrally coordinated"],
    noun: ["centrali{z}ation"],
    verb: [],
    phrase: [
      "centrally", "central authority|authorities|control|command|government*|governance|institution*|company|companies|entity|entities|party|parties|power|body|bodies|organization*|organisation*|ownership|planning|administration",
      `controlled|owned|governed|run|managed|operated|issued by ?just a|one|the|some ?single|central ${party}`, "a single|sole authority|owner|entity|party",
    ],
  },
  otherSenses: { adjective: ["_ pomdp*|act|wastewater|sewage|sanitation|execution"], noun: ["fiscal|administrative _"], verb: [], phrase: [] },
  onlyInPairs: [],
  makers: [
    "across", "over", "onto", "on", "among", "amongst", "throughout", "between", "all|around ?over|around|the", "to ?many|several|multiple|two|three|four|five|six|#", "in ?many|several|multiple|two|three|four|five|six|#", "by storing|running|spreading|splitting|keeping|copying|replicating|placing|hosting|moving|distributing",
  ],
  doings: ["stores|store|spreads|spread|distributes|distribute|splits|split|replicates|replicate|copies|copy|duplicates|mirrors|mirror|scatters|shards", "runs|run|operates|operate|works|lives|exists on|across|over", "keeps|keep copies|replicas|data|files", "consists|consist of", "is|are made up of", "is|are spread|scattered|stored|hosted|replicated|located"],
  states: ["?that|which ?is|are located|spread|scattered|stored|hosted|running|replicated|dispersed|copied|mirrored|situated"],
  ownSense: [],
  termsOfArt: [
    "finance", "application*", "app", "apps", "autonomous organi*", "exchange*", "identifier*", "identity", "identities", "clinical trial*", "trial*", "science", "physical infrastructure", "social network*", "web", "energy",
  ],
  otherAxisHeads: [],
  borrowed: ["hash table*", "denial ?of service", "shared memory"],
  frames: ["politically|administratively|economically|legally|organi*|architecturally|technically|logically"],
  otherFrames: ["geographically|globally|physically|spatially|regionally|internationally"],
};
