/** What tabs tell each other: that something is different now, never what it is. */
export type TabNews = 'signed-in' | 'signed-out' | 'renewal';

const known: ReadonlySet<unknown> = new Set<TabNews>(['signed-in', 'signed-out', 'renewal']);

/** The other tabs of this browser that show the same. */
export interface Tabs {
  tell(news: TabNews): void;
  close(): void;
}

/** Where the browser has no channel, or allows none here, a tab keeps to itself. */
export function openTabs(name: string, hear: (news: TabNews) => void): Tabs {
  try {
    const channel = new BroadcastChannel(`leb-renew:${name}`);
    channel.onmessage = ({ data }) => {
      if (known.has(data)) hear(data as TabNews);
    };
    return { tell: (news) => channel.postMessage(news), close: () => channel.close() };
  } catch {
    return { tell: () => {}, close: () => {} };
  }
}
