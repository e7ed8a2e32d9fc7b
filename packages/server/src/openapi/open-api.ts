import type { CallName, Problem } from '@leb-renew/core/contract';
import type { ShownSchema } from './schemas.ts';

/** As much of OpenAPI 3.1 as the document uses. */
export interface OpenApi {
  readonly openapi: '3.1.1';
  readonly info: Readonly<
    Record<'title' | 'version' | 'summary' | 'description', string> & {
      license: Readonly<Record<'name' | 'identifier', string>>;
    }
  >;
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly securitySchemes: Readonly<
      Record<string, { readonly type: 'http'; readonly scheme: 'bearer'; readonly description: string }>
    >;
    readonly headers: Readonly<Record<string, Header>>;
    readonly schemas: Readonly<Record<string, ShownSchema>>;
  };
}

export interface Operation {
  readonly operationId: CallName;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, ResponseObject>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description: string;
  readonly schema: ShownSchema;
  readonly example: string;
}

export interface ResponseObject {
  readonly description: string;
  readonly headers: Readonly<Record<string, Header | ShownSchema>>;
  readonly content?: Content;
}

export interface Header {
  readonly description: string;
  readonly schema: ShownSchema;
}

export type Content = Readonly<
  Record<
    string,
    {
      readonly schema: ShownSchema;
      readonly example?: unknown;
      readonly examples?: Readonly<Record<string, { readonly summary: string; readonly value: Problem }>>;
    }
  >
>;
