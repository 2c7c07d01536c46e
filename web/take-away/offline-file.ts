import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { escapeXml } from '../state/export/svg.ts';
import type { OfflineData } from './offline-data.ts';
import css from './viewer.css?raw';
import viewerAddress from './viewer.ts?worker&url';

/** Inside a script element nothing may look like its end, or like a comment. */
const inScript = (json: string): string => json.replaceAll('<', '\\u003c');

const hashOf = (script: string): string =>
  `'sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(script))))}'`;

/**
 * One file with picture, quotes and search that opens without a server. Its policy lets only its own script run, known by
 * its hash, so that nothing in a name or a quote can.
 * @throws when the script of such files cannot be fetched from the server.
 */
export async function writeOfflineFile(title: string, svg: string, data: OfflineData): Promise<string> {
  const response = await fetch(viewerAddress);
  if (!response.ok) throw new Error(`${response.status}`);
  const script = await response.text();
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>${css}</style>
</head>
<body>
<main id="picture" aria-label="${escapeXml(data.words.picture)}">${svg}</main>
<aside>
<label>${escapeXml(data.words.search)}<input id="search" type="search"></label>
<div id="list" aria-live="polite"></div>
</aside>
<script type="application/json" id="data">${inScript(JSON.stringify(data))}</script>
<script type="module">${script}</script>
</body>
</html>
`;
}
