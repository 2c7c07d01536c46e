import { Rejection } from '../rejection.ts';
import { dateLine } from './dates.ts';
import { MAX_PAGES } from './limits.ts';
import { pageBlocks } from './pdf-layout.ts';
import type { Piece } from './pdf-layout.ts';
import { joinPages } from './pdf-text.ts';
import { single } from './reader.ts';

/** A page with fewer characters than this has no text to speak of. */
const FEW = 20;

/** The text layer of a PDF: columns one after the other, hyphenation mended, running heads dropped. */
export const readPdf = single(async (bytes) => {
  const { getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false }).catch(
    (error: Error) => {
      throw error.name === 'PasswordException'
        ? new Rejection('ENCRYPTED', 'the PDF asks for a password; give it without')
        : new Rejection('DAMAGED', `the PDF is damaged: ${error.message}`);
    },
  );
  try {
    if (pdf.numPages > MAX_PAGES)
      throw new Rejection(
        'LIMIT',
        `the PDF has ${pdf.numPages} pages; at most ${MAX_PAGES} are read, so split it`,
      );
    const pages: string[][] = [];
    for (let n = 1; n <= pdf.numPages; n++) {
      const page = await pdf.getPage(n);
      const { items } = await page.getTextContent();
      pages.push(pageBlocks((items as Piece[]).filter((item) => 'str' in item)));
      page.cleanup();
    }
    const text = joinPages(pages);
    if (text.length < FEW * pdf.numPages) throw scan(text);
    const info = (await pdf.getMetadata().catch(() => undefined))?.info as { Title?: unknown } | undefined;
    const title = typeof info?.Title === 'string' ? info.Title.trim() : '';
    const date = dateLine(text);
    return { text, fields: { ...(isTitle(title) && { title }), ...(date && { date }) } };
  } finally {
    await pdf.destroy();
  }
});

const scan = (text: string): Rejection =>
  text.trim() === ''
    ? new Rejection('SCAN', 'the PDF has no text, only pictures of pages; run it through OCR first')
    : new Rejection('SCAN', 'the PDF has next to no text, as scans have; run it through OCR first');

/** Programs leave the name of a file there. */
const isTitle = (title: string): boolean =>
  title.length > 3 && !/^untitled|\.(?:docx?|pdf|indd|qxd|tex)$|^Microsoft Word/i.test(title);
