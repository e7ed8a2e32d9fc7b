import ts from 'typescript';

/** One line of a doc comment: `@csspart panel - The frame.` */
export interface DocTag {
  readonly tag: string;
  /** What stands in braces: a type. */
  readonly type: string;
  readonly name: string;
  readonly text: string;
}

const line = /^(?:\{(?<type>[^}]*)\}\s*)?(?<name>[^\s]*?)\s*(?:-\s+(?<text>.*))?$/s;

const flat = (comment: Parameters<typeof ts.getTextOfJSDocComment>[0]): string =>
  (ts.getTextOfJSDocComment(comment) ?? '').replaceAll(/\s+/g, ' ').trim();

const docs = (node: ts.Node): readonly ts.JSDoc[] => ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);

/** What the doc comment above says before its first tag. */
export const textAbove = (node: ts.Node): string =>
  docs(node)
    .map(({ comment }) => flat(comment))
    .join(' ');

export const tagsAbove = (node: ts.Node): readonly DocTag[] =>
  docs(node)
    .flatMap(({ tags }) => tags ?? [])
    .map(({ tagName, comment }) => {
      const { type = '', name = '', text = '' } = line.exec(flat(comment))?.groups ?? {};
      return { tag: tagName.text, type, name, text };
    });
