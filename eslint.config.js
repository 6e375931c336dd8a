import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What each folder of `src` may import besides itself; elements know the DOM and strings, and nothing of the library. */
const imports = {
  text: [],
  markdown: ['text'],
  library: ['markdown', 'text'],
  elements: ['text'],
  components: ['elements', 'text'],
  layouts: ['components', 'elements', 'styles', 'text'],
  pages: ['layouts', 'components', 'elements', 'library', 'markdown', 'text'],
  commands: ['integrations', 'library', 'markdown', 'text'],
  integrations: ['library', 'markdown', 'text'],
};
/** What draws the library is given its values, so it may know their types. */
const types = { components: ['library', 'markdown'], layouts: ['library', 'markdown'] };

const folders = [...Object.keys(imports), 'styles'];

/** One folder's rule: no import, by a relative path, from any folder that is not listed for it. */
function direction([folder, allowed]) {
  const typed = types[folder] ?? [];
  const refused = folders.filter((name) => name !== folder && !allowed.includes(name) && !typed.includes(name));
  const from = (names) => `^(\\.\\./)+(${names.join('|')})/`;
  const message = `src/${folder} may import only: ${allowed.join(', ') || 'nothing of ours'}.`;
  const patterns = [{ regex: from(refused), message }];
  if (typed.length > 0) patterns.push({ regex: from(typed), allowTypeImports: true, message: `${message} Types too.` });
  if (folder !== 'library') patterns.push({ regex: '^astro:content$', message: 'Only src/library reads collections.' });
  return {
    files: [`src/${folder}/**/*.{ts,astro}`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

export default defineConfig(
  globalIgnores(['dist', '.cache', '.astro', 'test-results', 'playwright-report']),
  tseslint.configs.strict,
  astro.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `noUncheckedIndexedAccess` doubts every index; `!` is how the author says that this one is sound.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  Object.entries(imports).map(direction),
);
