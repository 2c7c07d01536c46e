/** Fetches public web pages politely: robots.txt is obeyed, one page at a time a host, with limits of size and time. */
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Readable } from 'node:stream';
import robotsParser from 'robots-parser';
import { Agent, request } from 'undici';
import { gather } from '../../ingest/read/input.ts';
import { MAX_DOCUMENT_BYTES } from '../../ingest/read/limits.ts';
import { Rejection } from '../../ingest/rejection.ts';
import { readVersion } from '../package-info.ts';
import { checkUrl, guardedLookup, isPublic } from './address.ts';
import type { Allows } from './address.ts';
import { Turns } from './turns.ts';

export interface FetcherOptions {
  readonly allows?: Allows;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  readonly pauseMs?: number;
}
/** What tells a server which version is known already. */
export interface Known {
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
}
export interface Fetched extends Known {
  /** Where it was at last, after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string | undefined;
}
/** The page is as it was. */
export const UNCHANGED = 'unchanged';

const REDIRECTS = 5;
const ROBOTS_BYTES = 512 * 1024;
/** Longest wait that a site may ask for. */
const LONGEST_PAUSE_MS = 30_000;
const NAME = 'entente';
interface Rules {
  isAllowed(url: string, robot: string): boolean | undefined;
  /** Seconds. */
  getCrawlDelay(robot: string): number | undefined;
}
/** The package is CommonJS, and its types say that it is not. */
const parseRobots = robotsParser as unknown as (url: string, text: string) => Rules;
const ANYTHING: Rules = { isAllowed: () => true, getCrawlDelay: () => undefined };
const NOTHING: Rules = { isAllowed: () => false, getCrawlDelay: () => undefined };

export class Fetcher {
  readonly #options: Required<FetcherOptions>;
  readonly #agent: Agent;
  readonly #turns = new Turns();
  readonly #robots = new Map<string, Promise<Rules>>();

  constructor(options: FetcherOptions = {}) {
    this.#options = {
      allows: isPublic,
      timeoutMs: 60_000,
      maxBytes: MAX_DOCUMENT_BYTES,
      pauseMs: 1000,
      ...options,
    };
    const lookup = guardedLookup(this.#options.allows);
    this.#agent = new Agent({
      connect: { lookup: lookup as never, timeout: 10_000 },
      maxHeaderSize: 32 * 1024,
    });
  }

  /**
   * The bytes at an address, redirects followed.
   * @throws Rejection in words: not public, forbidden by robots.txt, not found, too large, too slow.
   */
  async fetch(address: string, known: Known = {}): Promise<Fetched | typeof UNCHANGED> {
    let url = checkUrl(address, this.#options.allows);
    for (let hops = 0; hops <= REDIRECTS; hops++) {
      const rules = await this.#rulesOf(url);
      if (rules.isAllowed(url.href, NAME) === false)
        throw new Rejection('INVALID', `${url.host} asks robots not to read this page (robots.txt)`);
      const pause = Math.min(LONGEST_PAUSE_MS, (rules.getCrawlDelay(NAME) ?? 0) * 1000);
      const answer = await this.#turns.take(url.host, Math.max(pause, this.#options.pauseMs), () =>
        this.#ask(url, known, this.#options.maxBytes),
      );
      if (answer.status === 304) return UNCHANGED;
      if (answer.location !== undefined) {
        url = checkUrl(new URL(answer.location, url).href, this.#options.allows);
        continue;
      }
      if (answer.status !== 200) throw new Rejection('INVALID', `${url.host} answered ${answer.status}`);
      const { bytes, mediaType, etag, modified } = answer;
      return { url: url.href, bytes, mediaType, etag, modified };
    }
    throw new Rejection('INVALID', `the address leads on more than ${REDIRECTS} times`);
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }

  /** RFC 9309: no rules where there is no file, none of the site where it cannot be asked. */
  #rulesOf(url: URL): Promise<Rules> {
    const known = this.#robots.get(url.origin);
    if (known) return known;
    const rules = this.#readRules(url);
    this.#robots.set(url.origin, rules);
    return rules;
  }

  async #readRules({ origin, host }: URL): Promise<Rules> {
    let at = new URL('/robots.txt', origin);
    for (let hops = 0; hops <= REDIRECTS; hops++) {
      const answer = await this.#turns.take(host, 0, () => this.#ask(at, {}, ROBOTS_BYTES));
      if (answer.location !== undefined)
        at = checkUrl(new URL(answer.location, at).href, this.#options.allows);
      else if (answer.status === 200)
        return parseRobots(`${origin}/robots.txt`, Buffer.from(answer.bytes).toString('utf8'));
      else return answer.status >= 500 ? NOTHING : ANYTHING;
    }
    return ANYTHING;
  }

  async #ask(url: URL, { etag, modified }: Known, most: number): Promise<Answer> {
    const headers = {
      'user-agent': `${NAME}/${readVersion()}`,
      accept: 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8',
      'accept-encoding': 'gzip, br',
      ...(etag && { 'if-none-match': etag }),
      ...(modified && { 'if-modified-since': modified }),
    };
    const signal = AbortSignal.timeout(this.#options.timeoutMs);
    try {
      const response = await request(url, {
        dispatcher: this.#agent,
        headers,
        signal,
        headersTimeout: this.#options.timeoutMs,
      });
      const one = (name: string): string | undefined => [response.headers[name]].flat()[0];
      const moved = response.statusCode >= 300 && response.statusCode < 400 && response.statusCode !== 304;
      const wanted = response.statusCode === 200;
      const bytes = wanted
        ? await gather(decoded(response.body, one('content-encoding')), most)
        : await drop(response.body);
      return {
        status: response.statusCode,
        bytes,
        location: moved ? (one('location') ?? '') : undefined,
        mediaType: one('content-type'),
        etag: one('etag'),
        modified: one('last-modified'),
      };
    } catch (error) {
      throw inWords(error, url, this.#options.timeoutMs);
    }
  }
}

interface Answer extends Known {
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly location: string | undefined;
  readonly mediaType: string | undefined;
}

function decoded(body: Readable, encoding = 'identity'): AsyncIterable<Uint8Array> {
  const unpack = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  }[encoding.toLowerCase()];
  if (!unpack) return body;
  const stream = unpack();
  body.on('error', (error) => stream.destroy(error));
  return body.pipe(stream);
}

async function drop(body: Readable): Promise<Uint8Array> {
  body.on('error', () => undefined);
  body.destroy();
  return new Uint8Array();
}

function inWords(error: unknown, url: URL, timeoutMs: number): Rejection {
  if (error instanceof Rejection) return error;
  const cause = error instanceof Error && error.cause instanceof Rejection ? error.cause : undefined;
  if (cause) return cause;
  const { name, message } = error as Error;
  if (name === 'TimeoutError' || name === 'AbortError' || /timeout/i.test(message))
    return new Rejection('LIMIT', `${url.host} took longer than ${Math.round(timeoutMs / 1000)} s`);
  return new Rejection('INVALID', `${url.host} cannot be read: ${message}`);
}
