/** Gives a file to the browser's own downloads. */
export function saveFile(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // A busy browser takes hold of it some turns later and tells nobody; given back too early, the file loses its name or is not there.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
