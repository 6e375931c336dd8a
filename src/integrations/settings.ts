import type { AstroIntegration } from 'astro';

/** Puts the reader's settings on every page before it is first painted; the policy of the pages knows the script. */
export function settings(): AstroIntegration {
  return {
    name: 'settings',
    hooks: {
      'astro:config:setup': ({ injectScript }) => injectScript('head-inline', `(${applySettings.toString()})()`),
    },
  };
}

/** Runs in the browser: `data-scheme`, `data-size` and so on, which tokens.css answers, from what the panel has kept. */
function applySettings() {
  const root = document.documentElement;
  const apply = () => {
    try {
      const kept = JSON.parse(localStorage.getItem('gloss-settings') ?? '{}') as Record<string, unknown>;
      for (const name of ['scheme', 'size', 'leading', 'typeface', 'notes'])
        if (typeof kept[name] === 'string') root.setAttribute(`data-${name}`, kept[name]);
        else root.removeAttribute(`data-${name}`);
    } catch {
      // A browser that denies storage, or has something else under this name: the page stays as it is.
    }
  };
  apply();
  // A page that comes back from the browser's memory may be older than the settings.
  addEventListener('pageshow', (event) => event.persisted && apply());
}
