export {
  maskActivationCode,
  parseActivationCode,
  type ActivationCode,
  type ActivationCodeReading,
  type ActivationCodeRefusal,
} from './activation-code.ts';
export { maskEid, parseEid } from './eid.ts';
export { iccidSearchHint, maskIccid, parseIccid } from './iccid.ts';
export type { NumberNote, NumberReading, NumberRefusal, NumberSource } from './reading.ts';
