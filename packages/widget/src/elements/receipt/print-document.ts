/** Prints a document alone, without the page around. */
export function printDocument(document_: string): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.srcdoc = document_;
  frame.addEventListener('load', () => {
    frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
    frame.contentWindow?.print();
  });
  document.body.append(frame);
}
