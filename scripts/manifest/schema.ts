/** The parts of a custom elements manifest that ours has (schema 2.1.0). */
export interface Manifest {
  readonly schemaVersion: '2.1.0';
  readonly modules: readonly Module[];
}

export interface Module {
  readonly kind: 'javascript-module';
  readonly path: string;
  readonly declarations: readonly Declaration[];
  readonly exports: readonly Export[];
}

interface Export {
  readonly kind: 'js' | 'custom-element-definition';
  readonly name: string;
  readonly declaration: { readonly name: string; readonly module: string };
}

export interface Named {
  readonly name: string;
  readonly description: string;
}

interface Typed extends Named {
  readonly type: { readonly text: string };
}

export interface Attribute extends Typed {
  readonly default?: string;
  /** Where it is also a property. */
  readonly fieldName?: string;
}

export interface Field extends Typed {
  readonly kind: 'field';
  readonly default?: string;
  /** Of the attribute that sets it. */
  readonly attribute?: string;
  readonly readonly?: true;
}

export interface Method extends Named {
  readonly kind: 'method';
  readonly parameters: readonly { readonly name: string; readonly type: { readonly text: string } }[];
  readonly return: { readonly type: { readonly text: string } };
}

export interface CssProperty extends Named {
  readonly default: string;
}

export interface Declaration {
  readonly kind: 'class';
  readonly name: string;
  readonly tagName: string;
  readonly customElement: true;
  readonly description: string;
  readonly attributes: readonly Attribute[];
  readonly members: readonly (Field | Method)[];
  readonly events: readonly Typed[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties?: readonly CssProperty[];
}
