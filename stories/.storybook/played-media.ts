/** What people can have set for all pages. A browser follows them alone, so Storybook plays them. */
export type Played = 'prefers-reduced-motion: reduce' | 'forced-colors: active';

const sheets = new Set<CSSStyleSheet>();
/** What a rule asks for, before it was told otherwise. */
const asked = new WeakMap<CSSMediaRule, string>();
let now: ReadonlySet<Played> = new Set();

function play(rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      const { media } = rule;
      if (!asked.has(rule)) asked.set(rule, media.mediaText);
      const text = asked.get(rule) ?? '';
      const next = [...now].some((each) => text.includes(each)) ? 'all' : text;
      if (media.mediaText !== next) media.mediaText = next; // Else every page would be styled anew.
    }
    if (rule instanceof CSSGroupingRule || rule instanceof CSSStyleRule) play(rule.cssRules);
  }
}

/** Hears of every sheet that elements make for themselves. To be called before the first is made. */
export function watchSheets(): void {
  const { replaceSync } = CSSStyleSheet.prototype;
  CSSStyleSheet.prototype.replaceSync = function (this: CSSStyleSheet, text: string): void {
    replaceSync.call(this, text);
    sheets.add(this);
    play(this.cssRules);
  };
}

/**
 * Has the elements' own rules for these settings apply, and no others. That is all of reduced motion; of forced colours it
 * is what the elements do about them, and not what the browser does by itself.
 */
export function playMedia(features: ReadonlySet<Played>): void {
  if (features.size === now.size && [...features].every((each) => now.has(each))) return;
  now = features;
  for (const { cssRules } of [...sheets, ...document.styleSheets]) play(cssRules);
}
