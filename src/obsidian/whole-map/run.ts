import type { MapRequest } from "../../core/index";
import type { MapNews, RemoteEngine } from "../../worker/engine";

/** How many there have been. Runs outlive engines: one's number must never be another's. */
const runs = { count: 0 };

/** One layout of the map, asked of the engine bit by bit for as long as somebody looks. */
export class MapRun {
  private readonly map = ++runs.count;
  private hasBegun = false;
  private isEnded = false;
  private isGoing = false;
  isSettled = false;

  constructor(
    private readonly engine: RemoteEngine,
    private readonly request: MapRequest,
    private readonly hooks: {
      /** Whether anybody looks; asked before each step. */
      isSeen(): boolean;
      news(news: MapNews): void;
      /** The layout is as it will be; with what a later one takes to begin there. */
      settled(kept: string): void;
      /** The engine knows nothing of it any more. */
      lost(): void;
    },
  ) {}

  /** The number by which the engine knows the map, if it does. */
  get number(): number | undefined {
    return this.hasBegun ? this.map : undefined;
  }

  /** Goes on until all is settled, or nobody looks. */
  async go(): Promise<void> {
    if (this.isGoing || this.isSettled || this.isEnded) return;
    this.isGoing = true;
    try {
      if (!this.hasBegun) {
        await this.engine.beginMap(this.map, this.request);
        this.hasBegun = true;
      }
      while (!this.isEnded && !this.isSettled && this.hooks.isSeen()) {
        const news = await this.engine.advanceMap(this.map);
        if (this.isEnded) break;
        if (!news) {
          this.hooks.lost();
          return;
        }
        this.hooks.news(news);
        if (!news.isSettled) continue;
        this.isSettled = true;
        const kept = await this.engine.keepMap(this.map);
        if (!this.isEnded) this.hooks.settled(kept);
      }
    } finally {
      this.isGoing = false;
      if (this.isEnded) this.forget();
    }
  }

  /** Gives the map up. */
  end(): void {
    this.isEnded = true;
    if (!this.isGoing) this.forget();
  }

  private forget(): void {
    if (!this.hasBegun) return;
    this.hasBegun = false;
    void this.engine.endMap(this.map).catch(() => undefined);
  }
}
