import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { lint, noteSource, readConfig } from "../../src/core/index";

const garden = new URL("../../examples/garden/", import.meta.url);

/** The weeds that were sown: note, kind, and words round the place. Everything else in the garden is clean. */
const weeds = [
  ["concepts/mesh-radio.md", "decentralized-for-distributed", "It is decentralized: the boxes are spread over forty rooftops"],
  ["concepts/mesh-radio.md", "inferred", "because it is decentralized, there is no single point of failure"],
  ["concepts/grain-stores.md", "inferred", "Because such a store is distributed, no single chief can control it"],
  ["concepts/dns.md", "equated", "picture it as a decentralized/distributed phone book"],
  ["concepts/git.md", "equated", "Git is a distributed (decentralized) tool"],
  ["concepts/cooperatives.md", "distributed-for-decentralized", "A co-op is a distributed organization: there is no boss"],
  ["concepts/cooperatives.md", "crossed-opposites", "it stayed distributed rather than centralized"],
  ["concepts/guilds.md", "distributed-for-decentralized", "European craft was a distributed order: nobody was in charge"],
  ["concepts/archives.md", "decentralized-for-distributed", "The collection is decentralised: copies of every reel"],
  ["concepts/archives.md", "crossed-opposites", "the holdings are decentralised rather than concentrated in one building"],
  ["concepts/peer-to-peer.md", "equated", "is also known as a distributed or decentralised network"],
  ["concepts/peer-to-peer.md", "inferred", "Because the pieces are kept on thousands of machines, the swarm is decentralised"],
  ["concepts/raid.md", "decentralized-for-distributed", "A striped array is decentralized storage: every file is cut into blocks"],
  ["reading/nobodys-cable.md", "inferred", "The network is distributed, and therefore nobody owns it"],
  ["reading/nobodys-cable.md", "crossed-opposites", "We were promised a distributed network instead of a centralized authority"],
] as const;

/** Text with its line breaks folded. */
const fold = (text: string): string => text.replace(/\s+/g, " ");

test("every weed of the example vault is found by its kind, and nothing else is pulled", () => {
  const { config, problems } = readConfig(parse(readFileSync(new URL("distinguo.yaml", garden), "utf8")));
  expect(problems).toEqual([]);
  const found: string[] = [];
  for (const path of readdirSync(garden, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"))) {
    const source = readFileSync(new URL(encodeURI(path), garden), "utf8");
    for (const { rule, from, to } of lint(noteSource(path, source, parse), config)) {
      const weed = weeds.find((row) => row[0] === path && fold(source.slice(0, from)).length < fold(source).indexOf(row[2]) + row[2].length && fold(source.slice(0, to)).length > fold(source).indexOf(row[2]));
      found.push([path, rule, weed ? weed[2] : `not sown: ${source.slice(from, to)}`].join(" | "));
    }
  }
  expect(found.sort()).toEqual(weeds.map((row) => row.join(" | ")).sort());
});
