import { Rejection } from '../rejection.ts';
import { dateLine } from './dates.ts';
import { decode } from './decode.ts';
import { htmlToText } from './html-text.ts';
import { single } from './reader.ts';
import { checkZip, zipParts } from './unzip.ts';
import { parseXml, textOf } from './xml.ts';

/** A Word document. Its pictures, comments and tracked deletions are left out. */
export const readDocx = single(async (bytes, input, { budget }) => {
  await checkZip(input, budget);
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false },
    )
    .catch((error: Error) => {
      throw new Rejection('DAMAGED', `the Word document is damaged: ${error.message}`);
    });
  const text = await htmlToText(value);
  const core = (await zipParts(input, budget, (name) => name === 'docProps/core.xml')).get(
    'docProps/core.xml',
  );
  const title = core && textOf(parseXml(await decode(core)), 'title');
  const date = dateLine(text);
  return { text, fields: { ...(title && { title }), ...(date && { date }) } };
});
