import type { Axis } from "../distinction";

const numbers = "many|multiple|several|various|different|numerous|countless|separate|independent|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|dozen|dozens|hundreds|thousands|millions|#";
const qualities = "different|separate|physical|geographic|geographical|distinct|independent|other|remote|small|smaller|large|big|connected|interconnected|networked|individual|numerous|virtual|computer|local|home|cheap|commodity";
const machine = "machine|computer|server|device|node|host|cluster|disk|drive|workstation|laptop|phone|smartphone|processor|core|gpu|datacenter|datacentre|router|broker|replica|rack|instance|box|satellite|browser|container";
const machines = machine.split("|").map((noun) => (noun === "box" ? "boxes" : `${noun}s`)).join("|");
const place = "location|place|site|region|country|continent|city|office|zone|building|room|town|village|campus|depot|premises|warehouse|basement|barn|shed|roof|rooftop|house|home|farm|tower|floor|hill|island|street|neighbourhood|neighborhood|corner|spot|vault";
const places = "locations|places|sites|regions|countries|continents|cities|offices|zones|buildings|rooms|towns|villages|campuses|depots|premises|warehouses|basements|barns|sheds|roofs|rooftops|houses|homes|farms|towers|floors|hills|islands|streets|neighbourhoods|neighborhoods|corners|spots|vaults|jurisdictions|geographies|shelves";
const spread = "spread|spreads|spreading|spreaded|scattered|scattering|dispersed|stored|stores|storing|kept|keeps|held|hosted|copied|replicated|replicating|mirrored|duplicated|run|runs|running|located|placed|placing|split|splitting|sharded|partitioned|divided|broken|cut|saved|cached|lie|lies|sit|sits|sitting|live|lives|living|stand|stands|reside|resides|deployed|distributed|distributing|installed|housed|situated|shelved|perched|moved|backed";
const over = "across|over|among|amongst|on|onto|in|at|between|throughout|around|to";
const calamity = "fire*|flood*|storm*|crash*|outage*|disaster*|earthquake*|power cut*|failure*|loss|theft";

/** Where the parts are: spread, copied, located. What weighs less than 1 needs company. */
export const arrangement: Axis = {
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
        `across|over|among|on|onto|between|throughout ~ ${machines}`,
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
        "one|single|same|central|common|different place|location|site|spot|machine|computer|building|room", "more than one|a place|location|site|spot|machine|computer|server|building|room|copy|single",
        `single|one|individual|own ${machine}|database|storage`,
        "geographic*|location|locations|spatial*|co-located|colocated|on-site|off-site|elsewhere|everywhere|wherever",
        "data|computing cent|center|centers|centre|centres", "datacent*", "availability zone*", "time zone*", "edge device*|node*|server*|location*|computing",
        // Copies and shares.
        "replica|replicas|replicate|replicates|replicated|replicating|replication",
        "full|identical|complete|local|own|multiple|many|redundant|several|different|backup|entire|exact copy|copies", "copies|mirrors|replicas of|in|on", "copy|cache of|on|in ?the|it|its|their|this|that|every|everything|all|each|your|our|my", "more|enough|many|extra copies|mirrors|backups", "stores|store|stored|storing|keeps|keep|kept|keeping|holds|hold|held|holding|has|have|having|downloads ~ copy|copies", "always available|online|reachable",
        "shard|shards|sharded|sharding|partitioned|partitioning",
        // How fast, how much, what it survives.
        "latency|latencies|bandwidth|throughput", "workload*|load|loads", "load balanc*", "scale out|horizontally", "horizontal* scal*", "underutilized|underutilised|unused|spare disk|disks|storage|capacity|resources|hardware", "infrastructure|server|hardware|bandwidth cost|costs", "at the edge", "locally", "on ?your|their|its|a ?user|users ?own device|devices|computer|computers|phone|phones", "scalability|scalable",
        "fault toleran*", "failover|failovers", "redundan*", "uptime|downtime|outage*|crash|crashes|crashed",
        "single|central|one point|points of ?a|the ?network|system|total failure|failures", "single ?central point*", "point|points of failure", "central point of failure",
        "?server|hardware|machine|node|nodes|server|servers|computer|computers fail|fails|failing|failed|crashes|goes|go|went offline|down", "node|nodes|server|servers|computer|computers|machine|machines|part|parts|component|components fail|fails|failing",
        `surviv*|withstand*|tolerat* ?~ ${calamity}`, `${calamity} at|in one|any|a ${place}|part`,
        "survive|survives|surviving even ?if|when", "survive|survives the|any|a|such", "keeps|keep|kept|stays|stay|remains|remain|continue|continues ?to working|work|running|run|available|online|up|reachable|operating|operate|functioning|function|alive ?even when|if|though", "when|if ?even ?just one|any|a|some|half|several ?of ?them|it ?~ fails|fail|crashes|dies|burns|floods",
        "high availability", "highly available", "disaster recovery", "content delivery", "cdn|cdns", "multi-region", "physically|spatially",
        "closer|close|near|nearest to ?the|where|your ?end user|users|source|consumer|consumers|viewers|readers|customers",
        "remote|remotely", "all ?over|around|across the world|globe|country|planet|place", "around|across the world|globe|country|planet|continent|city", "worldwide",
      ],
    },
    {
      weight: 0.6,
      phrases: [
        "stored|store|stores|storing|storage|hosted|hosts|hosting", "infrastructure|hardware|physical", "computation*|compute|processing|processed",
        "servers|machines|computers|devices|disks|drives|phones|laptops", "server|machine|computer|device", "spread|scattered|dispersed|spreads|spreading|dispersal|dispersion", "split|divided|slivers|pieces", "peers ~ stor*|hold|share", "parallel", "performance|bottleneck*|caching|cached",
        "availability", "located|situated|reside|resides", "files|file|backup*|back-up*|chunks|chunk|fragments|mirror|mirrors", "centralized|central|centralised|single|same server|servers", "buildings|campus|campuses", "resilien*",
      ],
    },
  ],
  noEvidence: [
    "machine learning", "node.js", "state machine*", "turing machine*", "virtual machine*", "scale back", "location services", "file format*", "page load*", "data processing agreement*",
    "word processing", "remote control", "remote work*", "job redundanc*", "physical person*", "loading", "load-bearing", "copy edit*", "server-side", "device driver*", "payment processing", "in ?the first place", "takes|take|took place", "in place of", "run|runs|running by|on ?a|the ?idea|principle*", "other|market|sports places",
  ],
};
