import { Rejection } from '../rejection.ts';
import { bytesInput, gather } from './input.ts';
import { problemOf } from './reader.ts';
import type { Reader } from './reader.ts';
import { counted } from './unzip.ts';

/** What of a crawl can be a document; pictures, scripts and styles are passed over without a word. */
const DOCUMENTS =
  /^(?:text\/(?:html|plain|markdown|csv)|application\/(?:xhtml\+xml|pdf|rtf|json|rss\+xml|atom\+xml|epub\+zip|msword|vnd\.[\w.-]*(?:document|sheet)[\w.-]*))/i;

/** An archive of the web (WARC 1.0 and 1.1, compressed or not): every page that was answered with 200. */
export const readWarc: Reader = async function* (input, reading) {
  const { WARCParser } = await import('warcio');
  let records = 0;
  try {
    for await (const record of new WARCParser(input.stream())) {
      records++;
      reading.budget.enter();
      if (record.warcType !== 'response' && record.warcType !== 'resource') continue;
      const url = record.warcTargetURI ?? '';
      const mediaType =
        record.warcType === 'response'
          ? record.httpHeaders?.headers.get('content-type')
          : record.warcContentType;
      if (record.warcType === 'response' && record.httpHeaders?.statusCode !== 200) continue;
      if (!DOCUMENTS.test(mediaType ?? '') || !/^https?:\/\//.test(url)) continue;
      const name = `${input.name}!/${url}`;
      try {
        const bytes = await gather(counted(record, reading.budget));
        yield* reading.inside(
          bytesInput(name, bytes, { mediaType: mediaType ?? undefined, around: { url } }),
        );
      } catch (error) {
        if (error instanceof Rejection && error.code === 'LIMIT') throw error;
        yield problemOf(name, error);
      }
    }
  } catch (error) {
    throw error instanceof Rejection
      ? error
      : new Rejection('DAMAGED', `the archive is damaged: ${(error as Error).message}`);
  }
  if (records === 0) throw new Rejection('DAMAGED', 'the archive holds no records');
};
