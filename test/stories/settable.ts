import { makeManifest } from '../../scripts/manifest/manifest.ts';

/** Made of functions: only a page can give it. */
const isOfCode = /Clock|Port/;

/** Of each element its tag, and the properties that a control can set. */
export const settable = (): readonly (readonly [tag: string, ...names: string[]])[] =>
  makeManifest()
    .modules.flatMap(({ declarations }) => declarations)
    .map(({ tagName, members }) => [
      tagName,
      ...members.flatMap((each) =>
        each.kind === 'field' && !each.readonly && !isOfCode.test(each.type.text) ? [each.name] : [],
      ),
    ]);
