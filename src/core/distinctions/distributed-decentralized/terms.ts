import type { Term } from "../distinction";

/** The word for much of the arrangement axis. The verb is no form of it: to distribute power is to decentralize. */
export const distributed: Term = {
  label: "distributed",
  axis: "arrangement",
  forms: { adjective: ["distributed"], noun: ["distribution", "distributedness"], verb: [], phrase: [] },
  opposites: {
    adjective: ["concentrated", "co{-}located", "single{-}site"],
    noun: ["concentration", "co{-}location"],
    verb: [],
    phrase: ["in one place", "in a single place", "in one location", "in a single location", "at one site", "at a single site", "under one roof"],
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
  doings: [],
  states: ["controlled|owned|governed|run|managed|operated by"],
  ownSense: ["the more|less _", "_ by design|nature|default|definition", "_ as well|possible|ever|opposed|compared", "_ under ?the hood"],
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
  axis: "control",
  forms: { adjective: ["de{-}centrali{z}ed"], noun: ["de{-}centrali{z}ation"], verb: ["de{-}centrali{z}e", "de{-}centrali{z}es", "de{-}centrali{z}ing"], phrase: [] },
  opposites: {
    adjective: ["centrali{z}ed", "centrally controlled", "centrally managed", "centrally owned", "centrally governed", "centrally run", "centrally operated", "centrally planned", "centrally coordinated"],
    noun: ["centrali{z}ation"],
    verb: [],
    phrase: ["central authority", "central authorities", "central control", "central command", "central government", "central governance", "central institution", "central institutions", "central company", "central coordinator", "central entity", "central party", "central power"],
  },
  otherSenses: { adjective: ["_ pomdp*|act|wastewater|sewage|sanitation|execution"], noun: ["fiscal|administrative _"], verb: [], phrase: [] },
  onlyInPairs: [],
  makers: [
    "across", "over", "onto", "on", "among", "throughout", "between", "by storing|running|spreading|splitting|keeping|copying|replicating|placing|hosting|moving|distributing",
  ],
  doings: ["stores|store|spreads|spread|distributes|distribute|splits|split|replicates|replicate|copies|copy|duplicates|mirrors|mirror|scatters|shards", "runs|run|operates|operate|works|lives|exists on|across|over"],
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
