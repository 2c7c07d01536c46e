import { count, number } from './number.ts';

export const ingest = {
  title: 'Add statements',
  about:
    'Read-outs, communiqués, speeches, news. Everything is read on your server; nothing leaves it. Look at what is found before you save.',
  drop: 'Drop files here',
  browse: 'Choose files',
  formats:
    'Text, Markdown, PDF, Word, OpenDocument, RTF, EPUB, web pages, feeds and mail, one statement each; tables (.csv, .xlsx), JSON and JSON Lines with a column or field “text”; archives (.zip, .tar.gz, .warc) of these.',
  reading: (n: number) => `Reading ${count(n, 'file', 'files')}…`,
  or: 'or paste a text',
  preview: 'Preview',
  save: 'Save to the graph',
  clear: 'Clear',
  previewTitle: 'Preview: nothing is saved yet',
  previewEmpty: 'A preview appears here',
  previewEmptyHint: 'It marks the words of every edge that is found, with who says so.',
  previewFailed: 'The text could not be read',
  found: (edges: number, nodes: number) =>
    `${count(edges, 'edge', 'edges')} between ${count(nodes, 'entity', 'entities')} found`,
  saved: 'Saved',
  read: 'Read it',
  files: (n: number) => count(n, 'file', 'files'),
  statements: (n: number) => count(n, 'statement', 'statements'),
  saveAll: (n: number) => `Read and save ${count(n, 'statement', 'statements')}`,
  removeFile: (name: string) => `Remove ${name}`,
  previewFile: (name: string) => `Preview ${name}`,
  largeFile: (name: string) =>
    `${name} is larger than 14 MB. Split it, or read it with the command line: entente ingest ${name}`,
  unreadFile: (name: string, reason: string) =>
    `${name} could not be read: ${reason} Drop it again to retry.`,
  tooLarge:
    'More than 2,000 statements or 15 MB at once. Drop fewer files, or use the command line: entente ingest FOLDER',
  job: {
    title: 'Reading',
    running: (done: number, total: number) =>
      `${number.format(done)} of ${count(total, 'statement', 'statements')} read`,
    done: 'All read',
    cancelled: (done: number, total: number) =>
      `Cancelled after ${number.format(done)} of ${number.format(total)}; what was saved stays.`,
    failed: (reason: string) => `Stopped: ${reason}`,
    counts: (added: number, replaced: number, unchanged: number) =>
      `${number.format(added)} new, ${number.format(replaced)} replaced, ${number.format(unchanged)} there already`,
    refused: (n: number) => `${count(n, 'statement was', 'statements were')} not taken`,
    refusal: (title: string, reason: string) => `${title}: ${reason}`,
    numbered: (index: number) => `Number ${number.format(index + 1)}`,
    cancel: 'Cancel',
    close: 'Dismiss',
    gone: 'This job is no longer known: the server was started again. What it had saved is in the graph.',
    lost: 'The connection was lost; the server goes on reading. Trying again…',
  },
} as const;
