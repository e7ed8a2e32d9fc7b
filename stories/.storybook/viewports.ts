const viewport = (name: string, width: number, height: number) => ({
  name,
  styles: { width: `${width}px`, height: `${height}px` },
  type: 'mobile' as const,
});

/** Widths at which something is decided: the narrowest that is kept to, a phone, a tablet, and a wide column. */
export const viewports = {
  narrow: viewport('Narrow, 320', 320, 720),
  phone: viewport('Phone, 390', 390, 844),
  tablet: { ...viewport('Tablet, 768', 768, 1024), type: 'tablet' as const },
  desktop: { ...viewport('Desktop, 1280', 1280, 900), type: 'desktop' as const },
};
