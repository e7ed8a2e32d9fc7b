export { check, demand, type Checked } from './check.ts';
export {
  anything,
  boolean,
  either,
  exactly,
  integer,
  list,
  nothing,
  nullable,
  number,
  object,
  oneOf,
  optional,
  string,
  variants,
  type Of,
  type Schema,
} from './schema.ts';
