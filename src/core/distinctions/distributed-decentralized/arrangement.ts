import type { Axis } from "../distinction";

const many = "many|multiple|several|various|different|numerous|separate|independent|two|three|four|five|six|seven|ten|dozens|hundreds|thousands|millions|all";
const machines = "machines|computers|servers|devices|nodes|hosts|clusters|disks|drives|workstations|laptops|phones|processors|cores|gpus|datacenters|datacentres";
const places = "locations|places|sites|regions|countries|continents|cities|offices|zones|buildings|rooms|towns|villages";

/** Where the parts are: spread, copied, located. What weighs less than 1 needs company. */
export const arrangement: Axis = {
  id: "arrangement",
  label: "where things are",
  question: "Where are the parts, and in how many places?",
  evidence: [
    {
      weight: 1,
      phrases: [
        `more|many|multiple|several|various|thousands ?of ${machines}`,
        `${many} ?of ?different|separate|physical|geographic|geographical|distinct ${places}`,
        `?different|separate|physical ${places} ?all around|across|throughout the world|globe|country`,
        `${many} ?of ?different|separate|independent|other|remote|small|smaller|connected|interconnected|networked|individual|numerous|virtual|physical|computer ${machines}`,
        `across|over|among|on|onto|between|throughout ?the|a|its|our|their ?wide|entire|whole|global|large|huge|peer|network ?range|of|number ?of ${machines}`,
        `across|over|among|on|onto|between|throughout ~ ${machines}`,
        `network|group|set|number|cluster|collection|pool|fleet|lot|range|bunch|web|swarm of ?many|interconnected|independent|different|individual|connected|networked|separate computers|machines|servers|devices`,
        "spread|scattered|dispersed|located|hosted|stored|kept|held|distributed|copied|replicated|mirrored|run|runs|running all over|around|across|throughout ?the world|globe|country|planet|network|internet|city|continent*|region*|web",
        `in|across|at|over|throughout ~ ${places}`,
        `spread|scattered|stored|kept|held|hosted|copied|copies|replicated|mirrored|split|runs|run|running|located|distributed|distributing|moved|backed to|across|over|among|on|onto|in|between ~ ${machines}`,
        "spread|scattered|dispersed|stored|kept|held|hosted|copied|replicated|mirrored|duplicated|run|runs|located|split across|over|among|on|in|between|throughout ~ node*|peer*|place*|location*|participant*|area*|part*|point*|site*|end*|network*|member*|user*|edge*",
        "no ?one|single place|location|site",
        "one|single|same|central|common place|location|site|spot|machine|computer",
        "single|one|individual server|machine|computer|disk|box|device|database|storage",
        "geographic*|location|locations|spatial*|co-located|colocated|on-site|off-site",
        "data|computing cent|center|centers|centre|centres", "datacent*",
        "availability zone*", "edge device*|node*|server*|location*|computing",
        "replica|replicas|replicate|replicates|replicated|replicating|replication",
        "full|identical|complete|local|own|multiple|many|redundant|several|different|backup copy|copies", "copies|mirrors of", "copy of the|every|all|each",
        "shard*|partitioned|partitioning", "latency|latencies|bandwidth|throughput",
        "workload*|load|loads", "load balanc*", "scale out|horizontally", "horizontal* scal*", "scalability|scalable",
        "fault toleran*", "failover|failovers", "redundan*", "uptime|downtime|outage*|crash|crashes|crashed",
        "single|central|one point|points of ?a|the ?network|system|total failure|failures", "single ?central point*", "point|points of failure", "central point of failure",
        "?server|hardware|machine|node|nodes|server|servers|computer|computers fail|fails|failing|failed|crashes|goes|go|went offline|down", "node|nodes|server|servers|computer|computers|machine|machines|part|parts fail|fails|failing",
        "high availability", "disaster recovery", "content delivery", "cdn|cdns", "multi-region", "physically|spatially",
        "closer|close|near to ?the|where user|users|source|consumer|consumers",
        "many|multiple|several|different ${places}".replace("${places}", places),
        "remote|remotely", "all ?over|around|across the world|globe|country|planet|place", "around the world|globe", "worldwide",
      ],
    },
    {
      weight: 0.6,
      phrases: [
        "stored|store|stores|storing|storage|hosted|hosts|hosting", "infrastructure|hardware|physical", "computation*|compute|processing|processed",
        "servers|machines|computers|devices", "server|machine|computer|device", "spread|scattered|dispersed|spreads|spreading", "split|divided", "peers ~ stor*|hold|share", "parallel", "performance|bottleneck*|caching|cached",
        "availability", "located|situated|reside|resides", "files|file|backup*|back-up*|chunks|chunk|fragments", "centralized|central|centralised|single|same server|servers",
      ],
    },
  ],
  noEvidence: [
    "machine learning", "node.js", "state machine*", "turing machine*", "virtual machine*", "scale back", "location services", "file format*", "page load*", "data processing agreement*",
    "word processing", "remote control", "remote work*", "job redundanc*", "physical person*", "loading", "load-bearing", "copy edit*", "server-side", "device driver*", "payment processing",
  ],
};
