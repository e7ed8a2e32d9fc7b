/** The token in `Authorization: Bearer …` (RFC 6750 §2.1); empty where there is none. */
export const bearerOf = ({ headers }: Request): string =>
  /^Bearer ([\x21-\x7e]{1,512})$/i.exec(headers.get('authorization') ?? '')?.[1] ?? '';
