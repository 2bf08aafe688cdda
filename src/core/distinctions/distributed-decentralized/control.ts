import type { Axis } from "../distinction";

const party = "entity|entities|party|parties|company|companies|organisation|organization|organisations|organizations|owner|owners|person|persons|individual|individuals|group|groups|institution|institutions|corporation|corporations|government|governments|body|bodies|actor|actors|authority|authorities|bank|banks|operator|operators|administrator|administrators|admin|provider|providers|vendor|developer|stakeholder|user|member|leader|firm|power|agency|regulator|team|boss|participant|country|state";

/** Who decides: authority, power, ownership, permission. What weighs less than 1 needs company. */
export const control: Axis = {
  id: "control",
  label: "who decides",
  question: "Who decides, owns it, or can stop it?",
  evidence: [
    {
      weight: 1,
      phrases: [
        `single|one|central|centralized|centralised|sole|any|particular ?central|centralized|controlling|governing|trusted|private|powerful|dominant|specific|individual ${party}`,
        "authority|authorities|authoritative", "governance|govern|governs|governed|governing|governor*|self-governance|self-governing",
        "control|controls|controlled|controlling|controller|controllers", "power|powers|power-sharing|empower*|disempower*", "in charge", "charge of",
        "owns|owned|owner|owners|ownership|co-owned|self-owned", "own the|their|it|them|what", `no ?single|one|central ${party}`, "self-sovereign*", "sovereign*", "decision|decisions|decide|decides|decided|deciding|decision-making", "decision maker*",
        "permission|permissions|permissionless|permissioned|permission-less", "gatekeep*", "intermediar*|middleman|middlemen|middle-man|disintermedia*",
        "?trusted third|middle party|parties", "censor*|uncensor*", "vote|votes|voted|voting|voters|veto*|referend*", "monopol*|oligopol*|cartel*", "hierarch*", "boss|bosses|manager|managers|ceo|leader|leaders|leadership|ruler|rulers|king",
        "top-down|bottom-up", "autonom*|self-determin*|self-manag*|self-organ*|self-rul*", "democra*|participatory|consent", "mandate|legitima*|accountab*", "dictat*|unilateral*", "last|final word|say",
        "shut ?it|them|this|you|anything down", "taken|take|takes|bring|brought ?it|them|this|that down", "be shut ?down", "banned|ban|confiscat*|seize|seized", "manipulat*|tamper*|corrupt|corruption|collu*|capture-resistant|capture",
        "trustless*|trust-minimi*", "trust in|a|one|any|each|between", "without|need|needing|having to trust*", "rely|relying|relies|reliance|dependence|depend|depending on ?a ?single|central|trusted ?central|third party|parties|institution*|bank|banks|government*|company|companies|corporation*",
        "run|operated|managed|administered|maintained|overseen|regulated|issued|dominated|backed|supervised by", "responsib*", "who runs|decides|controls|owns|manages",
        "master-slave|master|masters", "rule|ruled by|over", "in the hands of",
        // Whose it is and who has a say.
        "belongs|belong to no|nobody|everyone|everybody|all|its|their|each ?one ?user*|member*|citizen*", "have|has|had|gets|get|with an|no|a|equal ?equal say|voice", "everyone|everybody has ?a say|voice|vote", "own rules|boss|master|terms|policy|policies",
        "tell|tells|told it|them|us|you|him|her|anyone|others what", "answer|answers|answerable to no|nobody ?one", "need|needs|ask|asks no|nobody's ?one's permission|leave|approval",
        "central|centralized|centralised|outside|middle intermedia*|institution*|organization|organisation|administration|committee|command|oversight", "headquarters", "presid*|minister*|ministry|director|directors|chair|chairman|landlord",
        // Who can stop it.
        "stop|stopped|block|blocked|freeze|frozen|forbid|forbidden|close|closed|switch ?it|them|this|us|you off|down by", "kick|kicks|shut|lock|locks|throw you|them|us|anyone|it|people out|off", "pull the plug", "can|could not|never be ?easily stopped|shut|taken|blocked|closed|switched", "can't|cannot be ?easily stopped|shut|taken|blocked|closed|switched",
        "no|nobody|none ?one can|could|may ?ever ?legally stop|close|shut|ban|block|remove|freeze|forbid|change|rewrite|alter",
        "decided|decide|agreed|run|managed|governed|owned jointly|together|collectively",
      ],
    },
    {
      weight: 0.6,
      phrases: ["trust|trusted|distrust*", "no company|bank|government|owner", "command", "government*|bank|banks|banking|corporat*", "community|communities|collective|collectively", "freedom|free from", "manage|manages|managed|management|admin*", "consensus", "chooses|choose|chose|picks|sets what|who|whom|how|its|their|which", "anyone|everyone|everybody can|may|could", "stakeholder*", "lock-in|moderat*", "central ?server|servers operator*", "rights"],
    },
    { weight: 0.4, phrases: ["no one", "nobody"] },
  ],
  noEvidence: [
    "seed|food|blood|data|memory|river|gene|word bank*", "version|access|quality|flow|concurrency|remote|traffic|congestion|source|admission|volume|parental|birth|process|motion|error|rate|revision control*", "control plane*|group*|flow*|system*|theory|loop*|unit*|panel*|point*|structure*",
    "controller|controllers of", "certificate|local|authoritative authority|authorities|server|servers", "memory|file|data|database|package|dependency|state|identity|device|project|configuration management", "leader election*", "class|cache|memory|dns|type|name hierarch*", "data|database governance",
    "computing|processing|compute|hash|hashing|electric|electrical|solar|wind|cpu|gpu|computational|computer|nuclear|horse|mining power", "power programme*|program*|project*|scheme*|market*|sector", "power plant*|grid*|line*|lines|supply|supplies|station*|outage*|consumption|user*|generation|system*", "powered|powerful", "third-party librar*",
    "own right", "on ?their|its|your|our own", "routing|scheduling|placement|design decision*", "autonomous|self-driving vehicle*|car*|driving|system*", "file permission*", "data corruption", "responsible for stor*|hold*|rout*",
    "data capture", "capture the|a|an|data", "system|network administrator*", "project|product|package|task|window manager*", "single user|member|participant|group|team|body|power|country|state ?has|holds|stores",
  ],
};
