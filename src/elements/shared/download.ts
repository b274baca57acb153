/** Hands a file to the browser to save. `name` says nothing of what is in it: others see what files are called. */
export function download(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.rel = 'noopener noreferrer';
  link.click();
  // Once the browser has taken it; a slow one is given a moment.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
