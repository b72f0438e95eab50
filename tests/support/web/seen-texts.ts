import type { Page } from 'playwright-core';

/** One text that stood on a page, and what the address was at that moment. */
export type SeenText = { readonly path: string; readonly text: string };

/**
 * Records every text that a page shows from its next load on: at each change and in every frame all that stand there,
 * with attributes that are read aloud, what is typed into fields, and the title. Menus are left out: the list of a
 * person's businesses names all of them.
 */
export async function recordTexts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Record<string, Set<string>> = {};
    Object.assign(window, { seenTexts: seen });
    const note = (text: string | null): void => {
      const words = text?.trim();
      if (words) (seen[location.pathname] ??= new Set()).add(words);
    };
    const spoken = ['aria-label', 'alt', 'placeholder', 'title', 'href'];
    const noteTree = (node: Node): void => {
      if (node instanceof Text) {
        const parent = node.parentElement;
        if (parent && !parent.closest('[role=menu], script, style')) note(node.data);
        return;
      }
      if (node instanceof Element) {
        if (node.matches('[role=menu], script, style')) return;
        for (const name of spoken) note(node.getAttribute(name));
        if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) note(node.value);
      }
      for (const child of node.childNodes) noteTree(child);
    };
    const noteAll = (): void => {
      note(document.title);
      if (document.body) noteTree(document.body);
    };
    new MutationObserver((changes) => {
      // What has come and gone again within one change is a text too.
      for (const { addedNodes } of changes) for (const node of addedNodes) noteTree(node);
      noteAll();
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    const everyFrame = (): void => {
      noteAll();
      requestAnimationFrame(everyFrame);
    };
    requestAnimationFrame(everyFrame);
  });
}

/** What was shown under addresses that begin so, since the page was loaded; forgets it. */
export async function textsAt(page: Page, prefix: string): Promise<SeenText[]> {
  return page.evaluate((begin) => {
    const { seenTexts } = window as unknown as { seenTexts: Record<string, Set<string>> };
    const found = Object.entries(seenTexts).filter(([path]) => path.startsWith(begin));
    for (const [path] of found) delete seenTexts[path];
    return found.flatMap(([path, texts]) => [...texts].map((text) => ({ path, text })));
  }, prefix);
}
