/** What a browser that forces colours paints with, by token. */
export const systemColours: readonly (readonly [token: string, colour: string])[] = [
  ['surface', 'Canvas'],
  ['text', 'CanvasText'],
  ['text-quiet', 'CanvasText'],
  ['line', 'CanvasText'],
  ['edge', 'ButtonText'],
  ['accent', 'LinkText'],
  ['ok', 'CanvasText'],
  ['warn', 'CanvasText'],
  ['bad', 'CanvasText'],
];
