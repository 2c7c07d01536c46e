import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { EdgeType, EntityLabel, Statement } from './model.ts';
import { UNDIRECTED } from './model.ts';
import { ontology } from './ontology/ontology.ts';

/** The first 64 bits of SHA-256 as 16 hexadecimal digits; synchronous and the same in Node and in a page. */
export const hash64 = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)).subarray(0, 8));

/** Lower-case ASCII words joined by hyphens: `Miguel Díaz-Canel` -> `miguel-diaz-canel`; other scripts keep their letters. */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** `person:<slug>`, `country:<ISO alpha-3>`, … For a country pass the code. */
export function entityId(label: EntityLabel, name: string): string {
  const prefix = ontology.labels[label]?.prefix ?? label.toLowerCase();
  return `${prefix}:${label === 'Country' && /^[A-Z]{3}$/.test(name) ? name : slug(name).slice(0, 120)}`;
}

/** A statement is its words and what is said about them: the same document is the same statement wherever it lies. */
export function statementId(s: Pick<Statement, 'text' | 'title' | 'date' | 'source' | 'speaker'>): string {
  return `statement:${hash64([s.text, s.title, s.date, s.source, s.speaker].map((x) => x ?? '').join('\u0000'))}`;
}

/** Same words, same relation, same ends: the same edge, whoever extracts it and however often. */
export function edgeId(e: {
  statement: string;
  start: number;
  end: number;
  type: EdgeType;
  source: string;
  target: string;
}): string {
  const ends = UNDIRECTED.has(e.type) && e.target < e.source ? [e.target, e.source] : [e.source, e.target];
  return `edge:${hash64([e.statement, e.start, e.end, e.type, ...ends].join('\u0000'))}`;
}

/** Order of code units: unlike localeCompare, the same on every machine. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  byCodeUnit(a.id, b.id);
