/** Hands a file to the browser to be kept. */
export function keepFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has taken it by then; until it is let go of, it stays in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
