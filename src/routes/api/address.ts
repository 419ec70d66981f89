import type { MessageKey } from '#platform/languages.ts';
import type { Scope } from '#forum/people/index.ts';

/** A JSON schema. */
export type Schema = Record<string, unknown>;

/** A parameter of the API: one definition for OpenAPI and for the page people read. */
export interface Parameter {
  name: string;
  in: 'query' | 'path' | 'header';
  description: MessageKey;
  schema: Schema;
  example: string;
}

/** An address of the API. */
export interface Address {
  path: string;
  /** GET where it is not said. */
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  group:
    | 'practices'
    | 'editions'
    | 'themes'
    | 'governance'
    | 'surveys'
    | 'library'
    | 'search'
    | 'organisations'
    | 'reports'
    | 'drafts'
    | 'service';
  summary: MessageKey;
  /** A token for one of these is needed, or a session where nothing is changed; where it is not said, everybody may. */
  scopes?: readonly Scope[];
  /** Whether it changes nothing, although it takes a body. */
  reads?: boolean;
  parameters: Parameter[];
  /** What is sent with it. */
  body?: { mediaType: string; schema: Schema };
  /** Media type by status; what is refused is answered with problem documents. */
  answers: { status: number; mediaTypes: string[]; schema?: Schema }[];
}
