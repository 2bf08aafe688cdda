import { createMapMaker, type ConceptGraph, type MapMaker } from "../core/index";
import type { Engine, MapNews } from "./engine";

/** For how long one call may go on with a layout, in milliseconds: other calls wait meanwhile. */
const budget = 20;

interface Session {
  maker: MapMaker;
  /** Whether the contents have been told. */
  isTold: boolean;
}

/** Makes whole maps for those who look at them, a little at each call. */
export function createMaps(graph: () => ConceptGraph): Pick<Engine, "beginMap" | "advanceMap" | "endMap" | "keepMap" | "mapRelations" | "findInMap"> {
  const sessions = new Map<number, Session>();

  return {
    beginMap(number, request) {
      sessions.set(number, { maker: createMapMaker(graph(), request), isTold: false });
    },
    advanceMap(number): MapNews | null {
      const session = sessions.get(number);
      if (!session) return null;
      const { maker } = session;
      const until = performance.now() + budget;
      let goesOn = true;
      while (goesOn && performance.now() < until) {
        goesOn = maker.step();
        // What can be shown first is not kept waiting for the rest.
        if (maker.contents && !session.isTold) break;
      }
      const contents = session.isTold ? undefined : maker.contents;
      session.isTold ||= contents !== undefined;
      return { ...(contents ? { contents } : {}), positions: session.isTold ? maker.positions() : null, progress: { ...maker.progress }, isSettled: !goesOn };
    },
    endMap(number) {
      sessions.delete(number);
    },
    keepMap: (number) => sessions.get(number)?.maker.keep() ?? "",
    mapRelations: (number, node) => sessions.get(number)?.maker.relations(node) ?? [],
    findInMap: (number, text) => sessions.get(number)?.maker.find(text) ?? new Uint32Array(),
  };
}
