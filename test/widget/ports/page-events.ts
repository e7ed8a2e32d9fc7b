/** Hears what is thrown where nobody catches it; the runner tells of it, but fails no test. */
export function pageEvents() {
  let heard: string[] = [];
  const hear = (event: ErrorEvent | PromiseRejectionEvent) =>
    void heard.push(String('reason' in event ? event.reason : event.message));
  return {
    listen() {
      heard = [];
      addEventListener('error', hear);
      addEventListener('unhandledrejection', hear);
    },
    stop(): readonly string[] {
      removeEventListener('error', hear);
      removeEventListener('unhandledrejection', hear);
      return heard;
    },
  };
}
