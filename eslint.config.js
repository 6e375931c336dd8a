import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What each folder of `src` may import besides itself; elements know the DOM and strings, and nothing of the library. */
const imports = {
  text: [],
  markdown: ['text'],
  import: ['library', 'markdown', 'text'],
  library: ['markdown', 'text'],
  elements: ['text'],
  components: ['elements', 'library', 'markdown', 'text'],
  layouts: ['components', 'elements', 'library', 'markdown', 'styles', 'text'],
  // A page that is a tool, as search and the handout are, may have a sheet of its own.
  pages: ['layouts', 'components', 'elements', 'library', 'markdown', 'styles', 'text'],
  commands: ['import', 'integrations', 'library', 'markdown', 'text'],
  integrations: ['library', 'markdown', 'text'],
};

const folders = [...Object.keys(imports), 'styles'];

/** One folder's rule: no import, by a relative path, from any folder that is not listed for it. */
function direction([folder, allowed]) {
  const refused = folders.filter((name) => name !== folder && !allowed.includes(name));
  const message = `src/${folder} may import only: ${allowed.join(', ') || 'nothing of ours'}.`;
  const patterns = [{ regex: `^(\\.\\./)+(${refused.join('|')})/`, message }];
  if (folder !== 'library') patterns.push({ regex: '^astro:content$', message: 'Only src/library reads collections.' });
  return { files: [`src/${folder}/**/*.{ts,astro}`], rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

export default defineConfig(
  globalIgnores(['dist', '.dist.*', '.cache', '.astro', 'test-results', 'playwright-report']),
  tseslint.configs.strict,
  astro.configs.recommended,
  // `noUncheckedIndexedAccess` doubts every index; `!` is how the author says that this one is sound.
  { rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Texts are spread into their code points on purpose.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  // Matchers such as `expect.stringContaining` are of any type.
  { files: ['tests/**/*.ts'], rules: { '@typescript-eslint/no-unsafe-assignment': 'off' } },
  {
    files: ['tests/browser/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['value', 'quasis.0.value.raw'].map((words) => ({
          selector: `CallExpression[callee.property.name=/^(goto|toHaveURL)$/] > .arguments[${words}=/^\\u002f/]`,
          message: 'Write an address from the site’s home on, without a slash, so that it holds under any base.',
        })),
      ],
    },
  },
  Object.entries(imports).map(direction),
);
