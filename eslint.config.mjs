import js from '@eslint/js';
import ts from 'typescript-eslint';
import { importX } from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';

/** Which folder may import which: the direction of dependencies in CONTRIBUTING.md, as errors. */
const directions = [
  { target: './graph', from: './ingest', message: 'graph imports no sibling' },
  { target: './graph', from: './server', message: 'graph imports no sibling' },
  { target: './graph', from: './web', message: 'graph imports no sibling' },
  {
    target: './ingest',
    from: './graph',
    except: ['./model.ts', './ids.ts', './serialise.ts', './ontology'],
    message: 'ingest knows the model and the ontology, never a store',
  },
  { target: './ingest', from: './server', message: 'ingest knows no server' },
  { target: './ingest', from: './web', message: 'ingest knows no page' },
  { target: './server', from: './web', message: 'the server serves the built page, it does not import it' },
  { target: './web', from: './ingest', message: 'the page talks HTTP only' },
  { target: './web', from: './graph', message: 'the page talks HTTP only' },
  {
    target: './web',
    from: './server',
    except: ['./contract.ts'],
    message: 'the page may import types from server/contract.ts',
  },
];

/** A driver package is imported in its own folder only. */
const onlyIn = (name, ...files) => ({
  files: ['graph/**/*.ts', 'ingest/**/*.ts', 'server/**/*.ts', 'web/**/*.{ts,tsx}'],
  ignores: files,
  rules: {
    'no-restricted-imports': [
      'error',
      { paths: name.map((n) => ({ name: n, message: `imported only in ${files[0]}` })) },
    ],
  },
});

export default ts.config(
  { ignores: ['dist', 'node_modules', '**/packed.ts', 'data', '.cache'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          project: ['tsconfig.json', 'web/tsconfig.json'],
          noWarnOnMultipleProjects: true,
        }),
      ],
    },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: directions }],
      'import-x/no-default-export': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['vite.config.ts', 'vite.browser.config.ts', 'vitest.config.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  onlyIn(
    ['@grafeo-db/js', 'neo4j-driver', 'compromise'],
    'graph/store/embedded/**',
    'graph/store/neo4j/**',
    'ingest/nlp.ts',
  ),
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        fetch: 'readonly',
      },
    },
  },
);
