import { count, number } from './number.ts';

export const merges = {
  title: 'Who is who',
  about:
    'Names that may be one person or body, and names that several may bear. What is decided here holds for whatever is read later; quotes and statements stay as they are, and every decision can be undone.',
  parts: { open: 'To decide', decided: 'Decided' },
  part: 'Part',
  left: (shown: number, total: number) =>
    shown < total
      ? `The surest ${number.format(shown)} of ${number.format(total)}`
      : `${number.format(total)} to decide`,
  none: 'Nothing to decide',
  noneHint: 'No two names look like one, and no name like that of several. New statements may bring some.',
  same: (a: string, b: string) => `Are ${a} and ${b} the same?`,
  apart: (a: string) => `Are there several of the name ${a}?`,
  accept: 'Same',
  acceptApart: 'Tell them apart',
  refuse: 'Different',
  refuseApart: 'One only',
  swap: 'Keep the other name',
  undo: 'Undo',
  stays: 'keeps its name',
  becomes: 'becomes another name of it',
  several: 'each statement will mean the bearer from the country that it names',
  mentions: (n: number) => `in ${count(n, 'statement', 'statements')}`,
  score: (n: number) => `${Math.round(100 * n)} of 100`,
  untitled: 'untitled',
  noQuotes: 'Nothing is said of it.',
  notDone: 'That was not decided',
  done: {
    same: (a: string, b: string) => `${a} and ${b} are one now.`,
    different: (a: string, b: string) => `${a} and ${b} stay two.`,
    one: (a: string) => `${a} stays one.`,
    apart: (a: string) => `Those who are called ${a} are told apart by their countries.`,
    undone: 'Undone.',
  },
  decided: {
    verdict: 'Verdict',
    about: 'About',
    note: 'Note',
    words: { same: 'same as', different: 'different from', apart: 'several of one name', one: 'one only' },
    none: 'Nothing is decided yet',
    noneHint: 'Decisions of others can be taken in as a file.',
    split: 'Split',
    withdraw: 'Withdraw',
    of: (what: string, about: string) => `${what}: ${about}`,
    save: 'Save as a file',
    load: 'Take in a file',
    taken: (n: number) => `${count(n, 'decision', 'decisions')} taken in.`,
  },
  keys: 'Keys: Y same, N different, X the other name stays, J and K next and previous, U undo.',
} as const;
