import { everyElement, warnOnce } from '../page/warn-once.ts';
import { checkOverrides, isPart, trySaying, type Saying, type TextOverrides } from './check-overrides.ts';
import { isTag } from './language.ts';
import { languageFor } from './load-messages.ts';
import type { Messages } from './messages.ts';
import { overrides } from './overrides.ts';
import { tellNewWords } from './watch-language.ts';

/** By tag, with its script: `de-Latn`, and `de-Latn-AT` to be laid over it. */
const given = new Map<string, TextOverrides>();

/**
 * Says something else than the elements would, in one language: at once, also in elements that are on the page. What was
 * given before for the same tag is forgotten, so `{}` takes it all back. `de` counts for every German, `de-AT` is laid over
 * it in Austria alone. A text that cannot be said is left out, and the page's developer is told why once: at once, or when
 * something is put into it that it gives no text for.
 */
export function overrideTexts(tag: string, texts: TextOverrides): void {
  const refuse = refuserFor(tag);
  if (!isTag(tag) || languageFor(tag) === null)
    return warnOnce(everyElement, `overrideTexts('${tag}'): there are no words for this language`);
  const { language, region } = new Intl.Locale(tag);
  given.set(key(language, scriptOf(tag), region), checkOverrides(texts, refuse));
  overrides.lay = laid;
  tellNewWords();
}

/** Those of the language lie below those of the country. */
function laid<Section extends keyof Messages>(
  words: Messages[Section],
  section: Section,
  spoken: string,
): Messages[Section] {
  const { language, script, region } = new Intl.Locale(spoken).maximize();
  const layers = [given.get(key(language, script)), given.get(key(language, script, region))];
  const refuse = refuserFor(spoken);
  return layers.reduce(
    (below, layer) => over(below, layer?.[section], section, refuse) as Messages[Section],
    words,
  );
}

type Refuse = (path: string, rule: string) => void;

const refuserFor =
  (tag: string): Refuse =>
  (path, rule) => {
    warnOnce(
      everyElement,
      `overrideTexts('${tag}'): ${path || 'the second argument'} ${rule}; it is left out`,
    );
  };

const scriptOf = (tag: string): string | undefined => new Intl.Locale(tag).maximize().script;

const key = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join('-');

/** One over the other, text by text. */
function over(below: unknown, above: unknown, path: string, refuse: Refuse): unknown {
  if (above === undefined) return below;
  if (typeof above === 'function') return orBelow(below as Saying, above as Saying, path, refuse);
  if (!isPart(above) || !isPart(below)) return above;
  const laid = Object.entries(above).map(([name, text]) => [
    name,
    over(below[name], text, `${path}.${name}`, refuse),
  ]);
  return { ...below, ...Object.fromEntries(laid) };
}

/** One example says little of a function: whatever is put in, what it gives is looked at, and if need be what lies below is said. */
const orBelow =
  (below: Saying, above: Saying, path: string, refuse: Refuse): Saying =>
  (...facts) => {
    const { said, rule } = trySaying(above, facts, path);
    if (rule === null) return said;
    refuse(path, rule);
    return below(...facts);
  };
