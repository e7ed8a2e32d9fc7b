/** How many hold it. */
let holders = 0;
let before = ['', ''];

/** Keeps the page behind something from scrolling, without a shift where its scrollbar was. Returns the way to let go. */
export function holdScroll(): () => void {
  const { style, clientWidth } = document.documentElement;
  if (holders === 0) {
    before = [style.overflow, style.scrollbarGutter];
    if (innerWidth > clientWidth) style.scrollbarGutter = 'stable';
    style.overflow = 'hidden';
  }
  holders += 1;
  return () => {
    holders -= 1;
    if (holders === 0) [style.overflow = '', style.scrollbarGutter = ''] = before;
  };
}
