/** Saves a document as a file. */
export function saveDocument(document_: string, name: string): void {
  const url = URL.createObjectURL(new Blob([document_], { type: 'text/html' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

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
