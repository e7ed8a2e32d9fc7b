export { foundationFor } from './foundation.ts';
export { measures, tones, type MeasureName, type Tone, type ToneName } from './tokens.ts';
