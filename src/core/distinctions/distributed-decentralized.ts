import type { Examples } from "../rules/rule";
import type { Axis, Distinction, Term } from "./distinction";

const numbers = "many|multiple|several|various|different|numerous|countless|separate|independent|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|dozen|dozens|hundreds|thousands|millions|#";
const qualities = "different|separate|physical|geographic|geographical|distinct|independent|other|remote|small|smaller|large|big|connected|interconnected|networked|individual|numerous|virtual|computer|local|home|cheap|commodity|full|additional|extra|active|validator";
const machine = "machine|computer|server|device|node|host|cluster|disk|drive|workstation|laptop|phone|smartphone|processor|core|gpu|datacenter|datacentre|router|broker|replica|rack|instance|box|satellite|browser|container";
const machines = machine.split("|").map((noun) => (noun === "box" ? "boxes" : `${noun}s`)).join("|");
const place = "location|place|site|region|country|continent|city|office|zone|building|room|town|village|campus|depot|premises|warehouse|basement|barn|shed|roof|rooftop|house|home|farm|tower|floor|hill|island|street|neighbourhood|neighborhood|corner|spot|vault|cellar|attic|kitchen";
const places = "locations|places|sites|regions|countries|continents|cities|offices|zones|buildings|rooms|towns|villages|campuses|depots|premises|warehouses|basements|barns|sheds|roofs|rooftops|houses|homes|farms|towers|floors|hills|islands|streets|neighbourhoods|neighborhoods|corners|spots|vaults|cellars|attics|shops|factories|clinics|hospitals|wards|districts|counties|studios|kitchens|stations|labs|laboratories|facilities|jurisdictions|geographies|shelves";
const spread = "spread|spreads|spreading|spreaded|scattered|scattering|dispersed|stored|stores|storing|kept|keeps|held|hosted|copied|replicated|replicating|mirrored|duplicated|run|runs|running|located|placed|placing|split|splitting|sharded|partitioned|divided|broken|cut|saved|cached|lie|lies|sit|sits|sitting|live|lives|living|stand|stands|reside|resides|deployed|distributed|distributing|installed|housed|situated|shelved|perched|moved|backed";
const over = "across|over|among|amongst|on|onto|in|at|between|throughout|around|to";
const calamity = "fire*|flood*|storm*|crash*|outage*|disaster*|earthquake*|failure*|loss|theft";

/** Where the parts are: spread, copied, located. What weighs less than 1 needs company. */
const arrangement: Axis = {
  id: "arrangement",
  label: "where things are",
  question: "Where are the parts, and in how many places?",
  evidence: [
    {
      weight: 1,
      phrases: [
        // So many places or machines, each of them, all of them.
        `?more ?than ?over ${numbers} ?of ?${qualities} ${places}`,
        `?more ?than ?over more|${numbers} ?of ?${qualities} ${machines}`,
        `?different|separate|physical ${places} ?all around|across|throughout the world|globe|country`,
        `in|on|at|across|over|into|to|from|for each|every ?data ?availability ${place}|${machine}|center|centre`,
        `across|over|among|on|onto|between|throughout ?the|a|its|our|their ?wide|entire|whole|global|large|huge|peer|network ?range|of|number ?of ${machines}`,
        `across|over|among|throughout ~ ${machines}`,
        `network|group|set|number|cluster|collection|pool|fleet|lot|range|bunch|web|swarm of ?many|interconnected|independent|different|individual|connected|networked|separate computers|machines|servers|devices`,
        // Spread over them.
        `${spread} ?all|out|evenly ${over} ?more ?than ?about ${numbers} ~ *s`,
        "spread|scattered|dispersed|located|hosted|stored|kept|held|distributed|copied|replicated|mirrored|run|runs|running ?all over|around|across|throughout ?the world|globe|country|planet|network|internet|city|continent*|region*|web",
        `in|across|at|over|throughout|on ~ ${places}`,
        `${spread} ?up ~ across|over|among|on|onto|between ~ ${machines}`,
        `stored|kept|held|hosted|replicated|mirrored|runs|running|located|copies|distributed|distributing in|to ~ ${machines}`,
        "spread|spreading|scattered|dispersed|stored|kept|held|hosted|copied|replicated|mirrored|duplicated|run|runs|located|split|distributed|distributing across|over|among|on|in|between|throughout ~ node*|peer*|place*|location*|participant*|area*|part*|point*|site*|end*|network*|member*|user*|edge*",
        // In one place, or not.
        `no ?one|single ${place}`,
        "different place|location|site|spot|machine|computer|building|room", "more than one|a place|location|site|spot|machine|computer|server|building|room|copy|single", `across|over|throughout ?all ${numbers} ?of ~ *s`, "close|closer|near|nearer|nearest|next to where|the|each|every|its|their|our", "closer|nearer to", "near|nearby where|the|each|their|our", "nearest|closest|nearby ~ node|server|machine|copy|replica|user*|site", "near ?the point|place|source|consumer*|load*|home*|demand|users",
        `individual|own ${machine}|database|storage`,
        "geographic*|location|locations|spatial*|co-located|colocated|on-site|off-site|elsewhere|everywhere|wherever",
        "data|computing cent|center|centers|centre|centres", "datacent*", "availability zone*", "time zone*", "edge device*|node*|server*|location*|computing",
        // Copies and shares.
        "replica|replicas|replicate|replicates|replicated|replicating|replication",
        "full|identical|complete|local|own|multiple|many|redundant|several|different|backup|entire|exact copy|copies", "copies|mirrors|replicas of|in|on", "copy|cache of|on|in ?the|it|its|their|this|that|every|everything|all|each|your|our|my", "more|enough|many|extra copies|mirrors|backups", "stores|store|stored|storing|keeps|keep|kept|keeping|holds|hold|held|holding|has|have|having|downloads ~ copy|copies", "always available|online|reachable",
        "shard|shards|sharded|sharding|partitioned|partitioning",
        // How fast, how much, what it survives.
        "latency|latencies|bandwidth|throughput", "workload* ?is|are ?being distributed|spread|shared|balanced|split", "load balanc*", "scale out|horizontally", "horizontal* scal*", "underutilized|underutilised|unused|spare disk|disks|storage|capacity|resources|hardware", "infrastructure|server|hardware|bandwidth cost|costs", "at the edge", "locally", "on ?your|their|its|a ?user|users ?own device|devices|computer|computers|phone|phones", "scalability|scalable",
        "fault toleran*", "failover|failovers", "redundan*", "uptime|downtime|outage*|crash|crashes|crashed",
        "single|central|one point|points of ?a|the ?network|system|total failure|failures", "single ?central point*", "point|points of failure", "central point of failure",
        "failure|failures|loss of a|an|any|one|some|several|individual|single ?of ~ node*|server*|machine*|computer*|peer*|part*|component*|device*|site*|disk*", "?server|hardware|machine|node|nodes|server|servers|computer|computers fail|fails|failing|failed|crashes|goes|go|went offline|down", "node|nodes|server|servers|computer|computers|machine|machines|part|parts|component|components fail|fails|failing",
        `surviv*|withstand*|tolerat* ~ ${calamity}`, `${calamity} at|in one|any|a ${place}|part`, `no|neither|any|a ~ ${calamity} can|could|will`, `own ${place}`, `on|in everyone's|everybody's|people's|user's|users' ~ ${machine}|${machines}`,
        "robust*|resilien*|resist*|immun*|toleran*|protect*|safe|safer against|to|from ~ failure*|outage*|crash*|downtime|disaster*", "survive|survives|surviving even ?if|when", "survive|survives the|any|a|such", "keeps|keep|kept|stays|stay|remains|remain|continue|continues ?to working|work|running|run|available|online|up|reachable|operating|operate|functioning|function|alive ?even when|if|though", "when|if ?even ?just one|any|a|some|half|several ?of ?them|it ~ fails|fail|crashes|dies|burns|floods",
        "distribution|redistribution|spreading of ~ data|files|storage|processing|computation|workload*|load|traffic|resources|copies|infrastructure", "decentralized|decentralised|decentralize|decentralise ?it|them across|into|throughout", `no ?one|single ${machine}`, "own map|copy|cache|store|database|file*", "high availability", "highly available", "data loss", "loss of data", "bottleneck*", "offline", "proximity", "every|each ~ clone|replica|repository", "full|complete|entire ?copy ?of ?the repository|history|clone|ledger|blockchain|database", "across|throughout regional|remote|distant|separate ~ *s", "disaster recovery", "content delivery", "cdn|cdns", "multi-region", "physically|spatially",
        "closer|close|near|nearest to ?the|where|your ?end user|users|source|consumer|consumers|viewers|readers|customers",
        "remote|remotely", "all ?over|around|across the world|globe|country|planet|place", "around|across|throughout the world|globe|country|planet|continent|city|county|state|region|campus|nation", "worldwide",
      ],
    },
    {
      weight: 1,
      near: ["no|not|nor|never|without|*n't|instead|rather|than|beyond|avoid*|eliminat*|remov*|reduc*|prevent*|mitigat*|each|every|any|other|others|many|multiple|several"],
      phrases: ["one|single|same|central|common place|location|site|spot|machine|computer|building|room", `single|one ${machine}|database|storage`],
    },
    {
      weight: 0.6,
      phrases: [
        "across|throughout the ~ *s|tree|world|network|system|country", "nearby|nearer",
        "stored|store|stores|storing|storage|hosted|hosts|hosting", "infrastructure|hardware|physical", "workload*|load|loads", "computation*|compute|processing|processed",
        "servers|machines|computers|devices|disks|drives|phones|laptops", "server|machine|computer|device", "spread|scattered|dispersed|spreads|spreading|dispersal|dispersion", "split|divided|slivers|pieces", "peers ~ stor*|hold|share", "parallel", "performance|caching|cached|capacity|speed|faster|quicker",
        "availability", "located|situated|reside|resides", "files|file|backup*|back-up*|chunks|chunk|fragments|mirror|mirrors", "centralized|central|centralised|single|same server|servers", "buildings|campus|campuses", 
      ],
    },
  ],
  noEvidence: [
    "machine learning", "node.js", "state machine*", "turing machine*", "virtual machine*", "scale back", "location services", "file format*", "page load*", "data processing agreement*",
    "word processing", "across|over ~ scales|levels|contexts|domains|fields|disciplines|dimensions|aspects|generations|years|months|time", "ai|data|production|cloud|enterprise|application workload*", "remote control", "remote work*", "job redundanc*", "physical person*", "loading", "load-bearing", "copy edit*", "server-side", "device driver*", "payment processing", "in ?the first place", "takes|take|took place", "in place of", "run|runs|running by|on ?a|the ?idea|principle*", "other|market|sports places",
  ],
  poles: [
    {
      names: ["concentrated", "co{-}located"],
      signs: [
        "one|single|central|same place|location|site|spot|building|server|machine|computer|database", `in|on|at|inside|within ?just|only one|single ${place}`, `in|on|at|inside a single ${place}`, "under one roof", "headquarter*", "concentrat* in|on|at",
        `gathered|assembled|brought|housed ?all ?together in|at|under one|a|the ?single ${place}|hall|roof`, `lies|lie|stands|stand|sits|sit|kept|held|stored ?all in one ${place}`,
      ],
    },
    { names: ["distributed"], signs: [] },
  ],
  unplaced: [
    "geographic*|location|locations|spatial*|co-located|colocated|on-site|off-site|elsewhere|wherever", "latency|latencies|bandwidth|throughput|uptime|downtime|outage*|crash|crashes|crashed", "infrastructure|server|hardware|bandwidth|storage cost|costs",
    "point|points of failure", "central point of failure", "single|central|one point|points of ?a|the ?network|system|total failure|failures", "single ?central point*", "* fail|fails|failing|failed|down|offline", "* * down", "no *", "two *", "in|on|at|over the * *", "over the *", "across different *", "redundancy", "replicate|replicates|replicating", "in|at|on the same *", "always available|online|reachable", "data|computing cent|center|centers|centre|centres", "datacent*",
    "keeps|keep|kept|stays|stay|remains|remain|continue|continues ~ working|work|running|run|available|online|up|reachable|operating|operate|functioning|function|alive ~", "when|if ~ *s", "survive|survives|surviving ~", "offline|proximity|scalable|scalability|locally|remote|remotely|physically|spatially", "high availability", "highly available", "bottleneck*", "data loss", "loss of data",
    "time zone*", "load balanc*", "scale out|horizontally", "horizontal* scal*", "stores|store|stored|storing|keeps|keep|kept|keeping|holds|hold|held|holding|has|have|having|downloads ~ copy|copies", "own map|copy|cache|store|database|file*|*", "full|complete|entire ~ *", "full|identical|complete|local|own|exact copy|copies", "copies|copy|cache|mirrors|replicas of|on|in ?*", "near ?*|the ?*",
    "close|closer|near|nearer|nearest|nearby|closest ~ *", "robust*|resilien*|resist*|immun*|toleran*|protect*|safe|safer against|to|from ~ *", "content delivery", "cdn|cdns", "distribution|redistribution|spreading of ~ *", "across|throughout|around the state|city|county|campus|region|*", "in|on|at ?the|a|an|this|that|its|their|our|most|all|some|other place|places|home|homes|house|houses|room|rooms|street|streets|site|sites|station|stations|building|buildings|*s", "on ~ device|devices|computer|computers|phone|phones",
    "disaster recovery", "single|one|same place|location|site", "everywhere", "high|low availability", "workload* ~ distributed|spread|shared|balanced|split",
  ],
};

const party = "entity|entities|party|parties|company|companies|organisation|organization|organisations|organizations|owner|owners|person|persons|individual|individuals|group|groups|institution|institutions|corporation|corporations|government|governments|body|bodies|actor|actors|authority|authorities|bank|banks|operator|operators|administrator|administrators|admin|provider|providers|vendor|developer|stakeholder|user|member|leader|firm|power|agency|regulator|team|boss|participant|country|state";

/** Who holds it when one party does. */
const soleParty = "authority|authorities|company|companies|entity|entities|party|parties|organization|organisation|government|institution|institutions|owner|operator|person|body|team|corporation|firm|group|vendor|provider";

/** Who decides: authority, power, ownership, permission. What weighs less than 1 needs company. */
const control: Axis = {
  id: "control",
  label: "who decides",
  question: "Who decides, owns it, or can stop it?",
  evidence: [
    {
      weight: 1,
      phrases: [
        `no ?single|one|central ${party}`, "self-governance|self-governing|self-owned|co-owned|power-sharing", "empower*|disempower*", "self-sovereign*", "sovereign*", "permissionless|permission-less", "disintermedia*",
        "censor*|uncensor*", "vote|votes|voted|voting|voters|veto*|referend*", "bottom-up", "autonom*|self-determin*|self-manag*|self-organ*|self-rul*", "democra*|participatory|consent",
        "trustless*|trust-minimi*", "eliminate*|eliminating|remov* ?the ?need ?for ?to trust", "without|need|needing|having to trust*",
        // Whose it is and who has a say.
        "belongs|belong to no|nobody|everyone|everybody|all|its|their|each ?one ?user*|member*|citizen*", "have|has|had|gets|get|with an|no|a|equal ?equal say|voice", "everyone|everybody has ?a say|voice|vote", "own rules|boss|master|terms|policy|policies",
        "answer|answers|answerable to no|nobody ?one", "need|needs|ask|asks no|nobody's ?one's permission|leave|approval",
        // Who can stop it.
        "pull the plug", "can|could not|never be ?easily stopped|shut|taken|blocked|closed|switched", "can't|cannot be ?easily stopped|shut|taken|blocked|closed|switched",
        "no|nobody|none ?one can|could|may ?ever ?legally stop|close|shut|ban|block|remove|freeze|forbid|change|rewrite|alter",
        "decided|decide|agreed|run|managed|governed|owned jointly|together|collectively",
      ],
    },
    {
      weight: 1,
      near: [
        "no|not|nobody|none|never|neither|nor|without|cannot|*n't", "any|anyone|anybody|everyone|everybody|themselves|yourself|ourselves", "user*|member*|participant*|peer*|people|citizen*|communit*|voter*|holder*|individuals|locals|villager*|resident*|worker*|stakeholder*|contributor*",
        "shar*|joint*|together|collective*|equal*|mutual*|collaborat*|cooperat*|consensus", "remov*|eliminat*|prevent*|avoid*|reduc*|resist*|immun*|free|freed|rid|less|lack*|bypass*|replac*|cut*|disrupt*|beyond|instead|rather|protect*|independent*|absence",
        "hard|harder|impossible|difficult to|for", "give*|giving|put|puts|putting|return*|hand|hands|back", "by|of|between|among many|multiple|several|various|different|numerous|diverse", "own",
      ],
      phrases: [
        `single|one|central|centralized|centralised|sole|any|particular ?central|centralized|controlling|governing|trusted|private|powerful|dominant|specific|individual ${party}`,
        "authority|authorities|authoritative", "governance|govern|governs|governed|governing|governor*", "control|controls|controlled|controlling|controller|controllers", "power|powers", "in charge", "charge of",
        "owns|owned|owner|owners|ownership", "own the|their|it|them|what", "decision|decisions|decide|decides|decided|deciding|decision-making", "decision maker*", "permission|permissions|permissioned", "gatekeep*", "intermediar*|middleman|middlemen|middle-man",
        "?trusted third|middle party|parties", "monopol*|oligopol*|cartel*", "hierarch*", "overrul*|overrid*", "editor-in-chief|conductor|captain|chief", "boss|bosses|manager|managers|ceo|leader|leaders|leadership|ruler|rulers|king", "top-down", "mandate|legitima*|accountab*", "dictat*|unilateral*", "last|final word|say",
        "shut ?it|them|this|you|anything down", "taken|take|takes ?it|them|this|that down", "be shut ?down", "banned|ban|confiscat*|seize|seized", "manipulat*|tamper*|corrupt|corruption|collu*|capture-resistant|capture",
        "trust in|a|one|any|each|between", "rely|relying|relies|reliance|dependence|depend|depending on ?a ?single|central|trusted ?central|third party|parties|institution*|bank|banks|government*|company|companies|corporation*",
        "run|operated|managed|administered|maintained|overseen|regulated|issued|dominated|backed|supervised by", "responsib*", "who runs|decides|controls|owns|manages", "master-slave|master|masters", "rule|ruled by|over", "in the hands of",
        "tell|tells|told it|them|us|you|him|her|anyone|others what", "central|centralized|centralised|outside|middle intermedia*|institution*|organization|organisation|administration|committee|command|oversight", "headquarters", "presid*|minister*|ministry|director|directors|chair|chairman|landlord",
        "stop|stopped|block|blocked|freeze|frozen|forbid|forbidden|close|closed|switch ?it|them|this|us|you off|down by", "kick|kicks|shut|lock|locks|throw you|them|us|anyone|it|people out|off",
      ],
    },
    {
      weight: 0.6,
      phrases: ["trust|trusted|distrust*", "no company|bank|government|owner", "command", "government*|bank|banks|banking|corporat*", "community|communities|collective|collectively", "freedom|free from", "manage|manages|managed|management|admin*", "consensus", "chooses|choose|chose|picks|sets what|who|whom|how|its|their|which", "anyone|everyone|everybody can|may|could", "stakeholder*", "lock-in|moderat*", "central ?server|servers operator*", "rights", "equal", "immutab*|unalterable|fraud*", "regulator*", "across|over|among|amongst|between ~ team*|department*|stakeholder*|communit*|actor*|organi*|institution*|citizen*|parties|entities|agencies|council*|compan*|committee*|unit*|division*|branch*|subsidiar*|maintainer*|contributor*|group*|level*|government*"],
    },
    { weight: 0.4, phrases: ["no one", "nobody"] },
  ],
  noEvidence: [
    "seed|food|blood|data|memory|river|gene|word bank*", "version|access|quality|flow|concurrency|remote|traffic|congestion|source|admission|volume|parental|birth|process|motion|error|rate|revision control*", "control plane*|group*|flow*|system*|theory|loop*|unit*|panel*|point*|structure*",
    "controller|controllers of", "certificate|local|authoritative authority|authorities|server|servers", "memory|file|data|database|package|dependency|state|identity|device|project|configuration management", "leader election*", "class|cache|memory|dns|type|name hierarch*", "data|database governance",
    "computing|processing|compute|hash|hashing|electric|electrical|solar|wind|cpu|gpu|computational|computer|nuclear|horse|mining power", "power programme*|program*|project*|scheme*|market*|sector", "power plant*|grid*|line*|lines|supply|supplies|station*|outage*|consumption|user*|generation|system*", "powered|powerful", "power is|was ~ needed|used|generated|consumed|produced", "solar|wind|electric|electrical|nuclear|hydro power", "third-party librar*",
    "own right", "combine|combines|combining|harness*|leverag*|unlock*|using|with the ?full ?combined power of", "on ?their|its|your|our own", "routing|scheduling|placement|design decision*", "autonomous|self-driving vehicle*|car*|driving|system*", "file permission*", "data corruption", "responsible for stor*|hold*|rout*",
    "data capture", "capture the|a|an|data", "system|network administrator*", "project|product|package|task|window manager*", "single user|member|participant|group|team|body|power|country|state ?has|holds|stores",
  ],
  poles: [
    {
      names: ["centrali{z}ed", "central"],
      signs: [
        `single|one|central|sole|controlling|dominant ${soleParty}|companies|persons|individual|bank|boss|chief|administrator|admin|developer|custodian`, "monopol*|oligopol*|cartel*|dictator*|autocra*|monarch*|authoritarian*", "top-down", "in the hands of a|one|the|few", "master-slave",
        `run|owned|controlled|governed|ruled|operated|decided|issued by a|an|one|the ?single|central company|corporation|government|king|queen|owner|state|bank|vendor|ministry|board|authority|body|operator|institution`,
        "central bank*|authority|authorities|government|planning|command|committee|office", "chain of command", "king|queen|emperor|lord decides|decided|rules|ruled|owns|owned",
      ],
    },
    { names: ["de{-}centrali{z}ed"], signs: [] },
  ],
  unplaced: [
    "trust|trusts|trusted|trusting|distrust*", "trust in ~", "responsib*", "manipulat*|tamper*|corrupt|corruption|collu*", "own rules|terms|policy|policies|master", "permission|permissions|permissioned", "rely|relying|relies|reliance|dependence|depend|depending ~ *", "taken|take|takes ~ down", "power|powers", "consent",
    "no bank|banks|company|companies|user|users|member|members|person|body|government|individual", "one|any|particular|specific|individual|single *", "owned|run|governed|controlled|held|managed ~ people", "community|communities",
    "capture|captured|captures", "sovereign*", "empower*|disempower*", "censor*|uncensor*", "rule|ruled by|over", "presid*|minister*|ministry", "veto*", "without|need|needing|having to trust*", "banned|ban|confiscat*|seize|seized",
  ],
};

/** Where something is when it is in one place, as phrases: "on a single server", "under one roof". */
const lone = "place|location|site|spot|building|room|city|town|office|server|machine|computer|box|host|disk|drive|datacenter|datacentre|vault|warehouse|roof|campus|headquarters|basement|cluster|hospital";
const onePlace = [
  `in|on|at|under|inside ?just ?only a|the ?big|large single|same ?data|physical ${lone}|center|centre`,
  `in|on|at|under|inside ?just ?only one ?big|single|large|data|physical ${lone}|center|centre`,
  `a|one single|big|large ${lone}`, `single|one location|place|site|server|machine|computer|datacenter|spot`, `a single|one data center|centre`,
];

/** The word for much of the arrangement axis. The verb is no form of it: to distribute power is to decentralize. */
const distributed: Term = {
  label: "distributed",
  forms: { adjective: ["distributed"], noun: ["distribution", "distributedness"], verb: [], phrase: [] },
  opposites: {
    adjective: ["concentrated", "co{-}located", "single{-}site", "monolithic", "on{-}site"],
    noun: ["concentration", "co{-}location"],
    verb: [],
    phrase: onePlace,
  },
  looseOpposites: true,
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
  doings: ["belongs|belong|answers|answer to", "is|are not controlled|owned|governed|run|managed|operated ?by", "isn't|aren't controlled|owned|governed|run|managed|operated ?by", "has|have no"],
  states: ["that|which is|are not ?controlled|owned|governed|run|managed|operated", "?that|which ?is|are controlled|owned|governed|run|managed|operated ?jointly|collectively by no|nobody|none|everyone|everybody|all|its|their|users|members|participants|those|many|several", "that|which belongs|belong to"],
  ownSense: ["_ as synonym*", "_ among|amongst|between ~ node*|computers|machines|servers|peers|devices|sites|locations", "_ is ~ decentrali*", "decentrali*/_", "_/decentrali*", "decentrali* ?and or _", "_ or|instead|versus|vs|rather ?of|than decentrali*|centrali*|concentrat*", "centrali*|concentrat* or|versus|vs|and|to|of|than _", "from|of ?the centrali* ~ _", "the more|less _", "_ by design|nature|default|definition", "_ as well|possible|ever|opposed|compared", "_ under ?the hood"],
  termsOfArt: [
    "ledger*", "?ledger technolog*", "system*", "computing", "hash table*", "denial*", "database*", "version control*", "revision control*", "source control*", "consensus", "team*", "workforce", "work", "generation", "energy", "file system*", "filesystem*", "transaction*", "training", "cache*", "memory", "shared memory", "manufacturing", "sensor*", "control system*", "learning", "cooperative*", "algorithm*", "sql", "nosql", "key-value", "key value", "query", "queries", "application*", "app", "apps",
  ],
  otherAxisHeads: ["influence|voice|rights|governance|leadership|authority|authorities|ownership|power|control|trust|responsibility|accountability|decision*|decision-making|agency|autonomy|sovereignty|management|moderation|coordination|power-sharing"],
  borrowed: ["autonomous organi*|corporation*|compan*|communit*", "finance", "exchange*", "identifier*", "clinical trial*"],
  frames: ["geographically|globally|physically|spatially|regionally|topologically|architecturally|technically|internationally|nationally|geo"],
  otherFrames: ["politically|democratically"],
  otherNouns: [],
};

/** The word for much of the control axis. */
const decentralized: Term = {
  label: "decentralized",
  forms: { adjective: ["de{-}centrali{z}ed"], noun: ["de{-}centrali{z}ation"], verb: ["de{-}centrali{z}e", "de{-}centrali{z}es", "de{-}centrali{z}ing"], phrase: [] },
  opposites: {
    adjective: ["centrali{z}ed", "centrally controlled", "centrally managed", "centrally owned", "centrally governed", "centrally run", "centrally operated", "centrally planned", "centrally coordinated"],
    noun: ["centrali{z}ation"],
    verb: [],
    phrase: [
      "centrally", "a|an|the|any centralizing|centralising force*|power|authority|body|influence|institution*|tendenc*", "central agency|agencies|board|authority|authorities|control|command|government*|governance|institution*|company|companies|entity|entities|party|parties|power|body|bodies|organization*|organisation*|ownership|planning|administration",
      `controlled|owned|governed|run|managed|operated|issued|held by ?just|only a|one|the|some|few|two|three|four|five|several ?few|handful ?of ?single|central ${soleParty}|companies|publishers|platforms|people`, "a single|sole authority|owner|entity|party",
    ],
  },
  looseOpposites: false,
  otherSenses: { adjective: ["_ pomdp*|act|wastewater|sewage|sanitation|execution"], noun: ["fiscal|administrative _"], verb: [], phrase: [] },
  onlyInPairs: [],
  makers: [
    "across", "into", "near", "close to", "over", "onto", "on", "among", "amongst", "throughout", "between", "all|around ?over|around|the", "to ?many|several|multiple|two|three|four|five|six|#", "in ?many|several|multiple|two|three|four|five|six|#", "by storing|running|spreading|splitting|keeping|copying|replicating|placing|hosting|moving|distributing",
  ],
  doings: ["stores|store|spreads|spread|distributes|distribute|splits|split|replicates|replicate|copies|copy|duplicates|mirrors|mirror|scatters|shards", "sits|sit|stands|stand|lies|lie ~ near|close|in|on|at|across|next", "treats|treat|processes|process|handles|handle|generates|generate|produces|produce|serves|serve", "is|are ?much closer|nearer|near", "takes|take place", "happens|happen|occurs|occur", "runs|run|operates|operate|works|work|lives|live|exists|exist on|across|over|from|in|at", "keeps|keep copies|replicas|data|files", "consists|consist of", "is|are made up of", "is|are spread|scattered|stored|hosted|replicated|located"],
  states: ["?that|which ?is|are located|spread|scattered|stored|hosted|running|replicated|dispersed|copied|mirrored|situated"],
  ownSense: [],
  termsOfArt: [
    "finance", "application*", "app", "apps", "autonomous organi*", "exchange*", "identifier*", "identity", "identities", "clinical trial*", "trial*", "science", "physical infrastructure", "social network*", "web", "energy",
  ],
  otherAxisHeads: [],
  borrowed: ["hash table*", "denial ?of service", "shared memory"],
  frames: ["politically|administratively|economically|legally|organi*|architecturally|technically|logically"],
  otherFrames: ["geographically|globally|physically|spatially|regionally|internationally"],
  otherNouns: ["location*|sites|places|copies|replicas|backups|facilities|campus|campuses|buildings|warehouses"],
};

/** The definitions that a vault may follow; the first is the default. */
const conventions: Distinction["conventions"] = [
  {
    id: "two-axes",
    label: "Two axes",
    description: "Distributed says where the parts are, decentralized says who decides; a thing may be either, both or neither.",
    stands: ["where things are", "who decides"],
    source: "SuperBenefit, concept note “Distributed”",
    places: [true, true],
    levels: ["warning", "warning", "warning", "warning", "warning"],
  },
  {
    id: "subset",
    label: "Decentralized as a kind of distributed",
    description: "Distributed means networked parts in several places; decentralized means such a system under several authorities.",
    stands: ["networked parts in several places", "such a system under several authorities"],
    source: "ISO 22739, Vocabulary; Troncoso et al., Systematizing Decentralization and Privacy, 2017",
    places: [true, true],
    levels: ["warning", "hint", ["warning", "hint"], "warning", "warning"],
  },
  {
    id: "topology",
    label: "Shape of the network",
    description: "Centralized has one hub, decentralized several, distributed none; both words describe links, not who is in charge.",
    stands: ["a network without hubs", "one with several hubs"],
    source: "Paul Baran, On Distributed Communications, 1964; NIST, Glossary",
    places: [false, false],
    levels: ["warning", "off", ["warning", "off"], "off", "warning"],
  },
  {
    id: "commons",
    label: "Equals without filters",
    description: "Distributed means that everybody decides for themselves; decentralized means several centres that filter.",
    stands: ["everybody deciding for themselves", "several centres that filter"],
    source: "David de Ugarte, The Power of Networks, 2007; P2P Foundation",
    places: [false, false],
    levels: ["warning", "off", ["off", "hint"], "off", "off"],
  },
  {
    id: "necessity",
    label: "Spread by choice or by need",
    description: "Both mean spread over several computers: distributed because it serves, decentralized because it cannot be otherwise.",
    stands: ["being spread because it serves", "being spread because it must be"],
    source: "Maarten van Steen and Andrew Tanenbaum, Distributed Systems, 4th edition, 2023",
    places: [true, false],
    levels: ["warning", "off", ["warning", "off"], "off", "warning"],
  },
  {
    id: "buterin",
    label: "Three kinds of decentralized",
    description: "Decentralized is architectural, political or logical; distributed comes close to the first of these.",
    stands: ["many machines", "architecture, politics or logic"],
    source: "Vitalik Buterin, “The Meaning of Decentralization”, 2017",
    places: [true, false],
    levels: ["hint", "off", ["warning", "hint"], "off", "warning"],
  },
  {
    id: "vergne",
    label: "Organization theory",
    description: "Distributed says how far decisions are spread, decentralized how far communication is.",
    stands: ["how far decisions are spread", "how far communication is"],
    source: "Jean-Philippe Vergne, Decentralized vs. Distributed Organization, 2020",
    places: [false, false],
    levels: ["warning", "hint", ["off", "hint"], "off", "off"],
  },
  {
    id: "neutral",
    label: "No house definition",
    description: "Neither word is defined; only open equations and leaps are pointed out, quietly.",
    stands: ["where things are, or how they are linked", "who decides, or how things are linked"],
    source: "Nathan Schneider, Decentralization: an incomplete ambition, 2019",
    places: [false, false],
    levels: ["hint", "off", "hint", "off", "off"],
  },
];

/** Distributed says where the parts are; decentralized says who decides. */
export const distributedDecentralized: Distinction = {
  id: "distributed-decentralized",
  axes: [arrangement, control],
  corners: [
    [
      { name: "Concentrated and centralized", explanation: "Everything stands in one place, and one party decides: the granary of a king." },
      { name: "Concentrated, yet decentralized", explanation: "Everything stands in one place, and those who use it decide together: a mill that its village owns." },
    ],
    [
      { name: "Distributed, yet centralized", explanation: "The parts stand in many places, and one party decides about them all: a chain of shops." },
      { name: "Distributed and decentralized", explanation: "The parts stand in many places, and nobody decides alone: seed shelves, each kept by its own village." },
    ],
  ],
  terms: [distributed, decentralized],
  openHeads: ["server*", "platform*", "point*", "hub*", "node*", "coordinator*"],
  messages: {
    equated: {
      message: "One claim or two in “{pair}”? {terms}.",
      question: "Is one of them enough, or are both claims meant?",
    },
    "equated:second-name": {
      message: "Is “{word}” a second name here, or a second claim? {terms}.",
      question: "Would the sentence lose a claim if one of the two names were left out?",
    },
    "equated:borrowed": {
      message: "“{word}” stands in a term that is mostly written with the other word: which of the two is meant?",
      question: "Is this the usual term, or is the place of the parts the point?",
    },
    "equated:slide": {
      message: "“{evidence}” before and “{word}” here, with the same noun: one claim or two? {terms}.",
      question: "Is it the same thing under another name, or a second claim about it?",
    },
    "crossed-opposites": {
      message: "Which contrast is it, with “{word}” at one end and “{other}” at the other? {terms}.",
      question: "Is the contrast about places or about who decides?",
    },
    inferred: {
      message: "What links “{word}”, which stands for {stands}, to “{evidence}”, which is about {otherAxis}?",
      question: "One owner can run machines everywhere, and many owners can share one machine: what makes the step hold here?",
    },
    "decentralized-for-distributed": {
      message: "“{word}” stands for {stands}, and “{evidence}” is about {otherAxis}: which of the two is meant?",
      question: "Are several parties in control, or are the parts in several places?",
    },
    "distributed-for-decentralized": {
      message: "“{word}” stands for {stands}, and “{evidence}” is about {otherAxis}: which of the two is meant?",
      question: "Are the parts in several places, or is control shared?",
    },
  },
  templates: {
    claim: ["; the parts are [in which places]", "; decisions are made by [whom]"],
    link: "; what links the two is [who decides what, and in which places]",
  },
  conventions,
};

/** What the rules that are named after these words report and leave alone; tests and the page of rules read them, the plugin carries them not. */
export const examples: Readonly<Record<string, Examples>> = {
  "decentralized-for-distributed": {
    valid: [
      "A decentralized network is one in which every member has a vote.",
      "Decentralized: no ministry owns the masts, and they stand on every hill.",
      "A decentralized network carries our radio plays.",
      "Distributed: each recording is copied to machines in three towns.",
      "Decentralization means that decisions about the servers are taken by those who use them.",
      "Decentralized finance is a family of services on public chains.",
      "We use decentralized storage for the songbook.",
      "The term decentralized is quoted in three of the five letters.",
      "A decentralized guild keeps its books in many locations, and no authority can close it.",
      "What do we mean by decentralized? That every baker has a vote.",
    ],
    invalid: [
      "The song archive is «decentralized»: each recording is copied to machines in three towns.",
      "«Decentralization» refers to spreading data and processing across many machines.",
      "A «decentralized» library is one where the books are stored in several locations.",
      "The archive is now «decentralized» across four data centres.",
      "«Decentralized» (replicated on many servers) archives survive a fire.",
      "«Decentralized»: no single server holds the whole songbook.",
      "The radio is «decentralized», with copies on several servers.",
      "We keep a geographically «decentralized» set of seed banks.",
      "The archive is «decentralized». Its shelves stand in eleven villages.",
      "What do you mean by «decentralized»? That copies lie in four towns.",
      "Call a songbook «decentralized» if it is kept on more than one machine.",
      "A «decentralized» radio consists of many servers in different towns.",
      "When we say «decentralized», we mean that the load is spread over hundreds of phones.",
      "We «decentralized» the pantry: its jars are now kept in nine sheds.",
    ],
  },
  "distributed-for-decentralized": {
    valid: [
      "A distributed network is one whose parts stand in many places.",
      "Distributed: the shelves stand in nine villages, and each village decides for itself.",
      "Decentralized: nobody has the last word.",
      "Distributed governance lets every ward speak.",
      "Power is distributed among the members.",
      "The distributed team meets on Mondays.",
      "The pamphlet is distributed by the authority for water.",
      "A distributed guild needs good roads.",
      "The votes are normally distributed: no single party wins.",
      "The choir is distributed. Nobody controls the weather.",
      "The distributed bakery is owned by a bank.",
    ],
    invalid: [
      "Ours is a «distributed» choir: nobody is in charge, and every singer has a veto.",
      "«Distributed» means that no single owner can close it.",
      "A «distributed» guild is one where every member has a vote.",
      "The choir is fully «distributed», with no one in charge.",
      "«Distributed»: no company owns it.",
      "By a «distributed» association we mean one in which nobody holds authority.",
      "The guild is «distributed». There is no boss.",
      "The market is «distributed». Everyone has a say.",
      "What does it mean that the choir is «distributed»? It means that nobody can veto a song.",
      "Join a «distributed» library that no one owns.",
      "The mill is «distributed», run by its members and by no owner.",
    ],
  },
};
