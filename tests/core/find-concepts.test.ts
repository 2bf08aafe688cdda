import { describe, expect, it } from "vitest";
import { findConcepts, type Concept } from "../../src/core/index";

const concept = (prefLabel: string, altLabels: string[] = [], path = `${prefLabel}.md`): Concept => ({ path, prefLabel, altLabels, tags: [], definition: "", uses: [], references: 0 });

const concepts = [
  concept("Mill"),
  concept("Windmill", ["Post mill"]),
  concept("Miller", ["Mill keeper", "Molendinar"]),
  concept("Tide mill"),
  concept("Törbel", ["Terbil"]),
  concept("Commons", ["Allmende", "C++ (old)"]),
  concept("水车", ["waterwheel"]),
  concept("Mill", [], "other/Mill.md"),
];
const found = (text: string, limit = 8): string[] => findConcepts(concepts, text, limit).map(({ path, label, by }) => `${label}${by === null ? "" : ` by ${by}`}${path.includes("/") ? ` in ${path}` : ""}`);

describe("the concepts that are called by a text", () => {
  it("begin with those that are called just so, then by its beginning, by that of a word, by a part", () => {
    expect(found("mill")).toEqual(["Mill", "Mill in other/Mill.md", "Miller", "Tide mill", "Windmill by Post mill"]);
    expect(found("ill")).toEqual(["Mill", "Mill in other/Mill.md", "Miller", "Windmill", "Tide mill"]);
  });

  it("are found by any label, and tell by which if it isn't their own", () => {
    expect(found("allm")).toEqual(["Commons by Allmende"]);
    expect(found("keeper")).toEqual(["Miller by Mill keeper"]);
    expect(found("water")).toEqual(["水车 by waterwheel"]);
    expect(found("车")).toEqual(["水车"]);
  });

  it("are found without accents, case and blanks around, and by signs that mean something elsewhere", () => {
    expect(found("  torb ")).toEqual(["Törbel"]);
    expect(found("TÖRB")).toEqual(["Törbel"]);
    expect(found("c++ (")).toEqual(["Commons by C++ (old)"]);
    expect(found("[")).toEqual([]);
  });

  it("are no more than asked for, and none for nothing", () => {
    expect(found("mill", 2)).toEqual(["Mill", "Mill in other/Mill.md"]);
    expect(found("")).toEqual([]);
    expect(found("   ")).toEqual([]);
  });
});
