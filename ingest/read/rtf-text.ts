/**
 * The text of Rich Text Format 1.9. Our own, because the packages for it are abandoned, need a newer Node than we promise,
 * or read only what Outlook wraps.
 */
import { Rejection } from '../rejection.ts';
import { MAX_NESTING } from './limits.ts';
import { tidyText } from './tidy-text.ts';

/** Groups that are not the text of the page. */
const SKIPPED = new Set(
  (
    'fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator pict object header headerl headerr ' +
    'headerf footer footerl footerr footerf footnote annotation atnid atnauthor fldinst xmlnstbl themedata datastore ' +
    'colorschememapping latentstyles mmathPr info bkmkstart bkmkend shpinst nonshppict'
  ).split(' '),
);
const WORDS: Readonly<Record<string, string>> = {
  par: '\n\n',
  sect: '\n\n',
  page: '\n\n',
  line: '\n',
  row: '\n',
  cell: ' ',
  tab: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
};
/** `\word-12 `, `\'e9`, `\~`, a brace, or text up to the next of them. */
const TOKEN =
  /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)/g;

interface Group {
  readonly skipped: boolean;
  /** Characters that stand in for a Unicode one, to be passed over. */
  readonly fallback: number;
  readonly title: boolean;
  readonly first: boolean;
}

/** @throws Rejection DAMAGED when the braces do not match up. */
export function rtfToText(source: string): { text: string; title: string | undefined } {
  const codePage = `windows-${/\\ansicpg(\d+)/.exec(source)?.[1] ?? '1252'}`;
  const decode = decoderOf(codePage);
  const groups: Group[] = [];
  let group: Group = { skipped: false, fallback: 1, title: false, first: false };
  let text = '';
  let title = '';
  let bytes: number[] = [];
  let pass = 0;
  const say = (words: string): void => {
    if (group.title) title += words;
    else if (!group.skipped) text += words;
  };
  const flush = (): void => {
    if (bytes.length > 0) say(decode(Uint8Array.from(bytes)));
    bytes = [];
  };
  for (const [, word, number, hex, symbol, brace, plain] of source.matchAll(TOKEN)) {
    if (hex !== undefined) {
      if (pass > 0) pass--;
      else bytes.push(parseInt(hex, 16));
      continue;
    }
    flush();
    if (brace === '{') {
      if (groups.length >= MAX_NESTING)
        throw new Rejection('LIMIT', `it is nested deeper than ${MAX_NESTING}`);
      groups.push(group);
      group = { ...group, first: true };
      pass = 0;
      continue;
    }
    if (brace === '}') {
      const outer = groups.pop();
      if (!outer) throw new Rejection('DAMAGED', 'the document closes more groups than it opens');
      group = outer;
      pass = 0;
      if (groups.length === 0) break;
      continue;
    }
    if (word !== undefined) {
      if (word === 'u') {
        say(String.fromCharCode(Number(number) & 0xffff));
        pass = group.fallback;
      } else if (word === 'uc') group = { ...group, fallback: Number(number) };
      else if (word === 'title' && group.first) group = { ...group, title: true, skipped: true };
      else if (group.first && SKIPPED.has(word)) group = { ...group, skipped: true };
      else say(WORDS[word] ?? '');
    } else if (symbol === '*') group = { ...group, skipped: true };
    else if (symbol !== undefined)
      say(symbol === '~' ? ' ' : symbol === '_' ? '-' : /[\\{}]/.test(symbol) ? symbol : '');
    else if (plain !== undefined) {
      const from = Math.min(pass, plain.length);
      pass -= from;
      bytes.push(...Buffer.from(plain.slice(from), 'latin1'));
    }
    if (group.first && symbol !== '*') group = { ...group, first: false };
  }
  flush();
  if (groups.length > 0 && text.trim() === '')
    throw new Rejection('DAMAGED', 'the document is cut off before its text');
  return { text: tidyText(text), title: title.trim() || undefined };
}

function decoderOf(label: string): (bytes: Uint8Array) => string {
  try {
    const decoder = new TextDecoder(label);
    return (bytes) => decoder.decode(bytes);
  } catch {
    const western = new TextDecoder('windows-1252');
    return (bytes) => western.decode(bytes);
  }
}
