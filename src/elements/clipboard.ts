/**
 * Puts text on the clipboard, and its markup where the browser can; returns whether it was allowed to. Where the
 * browser refuses, it is asked once more in the old way, which some allow to a page that was just pressed.
 */
export async function copy(text: string, html?: string): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(text);
    else {
      const item = (type: string, value: string) => [type, new Blob([value], { type })] as const;
      const items = Object.fromEntries([item('text/plain', text), item('text/html', html)]);
      await navigator.clipboard.write([new ClipboardItem(items)]);
    }
    return true;
  } catch {
    return copyByEvent(text, html);
  }
}

function copyByEvent(text: string, html?: string): boolean {
  let isDone = false;
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
    event.stopImmediatePropagation();
    isDone = true;
  };
  addEventListener('copy', fill, { capture: true, once: true });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- The only way left where the Clipboard API is refused.
  const allowed = document.execCommand('copy');
  removeEventListener('copy', fill, { capture: true });
  return allowed && isDone;
}
