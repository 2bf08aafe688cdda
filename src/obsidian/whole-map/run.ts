import type { MapRequest } from "../../core/index";
import type { MapNews, RemoteEngine } from "../../worker/engine";

/** One layout of the map, asked of the engine bit by bit for as long as somebody looks. */
export class MapRun {
  private map: number | undefined;
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

  /** The number by which the engine knows the map. */
  get number(): number | undefined {
    return this.map;
  }

  /** Goes on until all is settled, or nobody looks. */
  async go(): Promise<void> {
    if (this.isGoing || this.isSettled || this.isEnded) return;
    this.isGoing = true;
    try {
      this.map ??= await this.engine.beginMap(this.request);
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
    const { map } = this;
    this.map = undefined;
    if (map !== undefined) void this.engine.endMap(map).catch(() => undefined);
  }
}
