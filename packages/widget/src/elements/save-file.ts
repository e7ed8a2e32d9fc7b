/** Hands the person a file. */
export function saveFile(text: string, name: string, type: 'text/html' | 'text/calendar'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read the file only after they have asked the person.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
