import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import type { FormatName } from '../../graph/export/formats.ts';
import { print } from '../cli/io.ts';
import { serverOption } from '../cli/program.ts';
import { withTarget } from '../cli/target.ts';
import type { TargetOptions } from '../cli/target.ts';

interface Options extends TargetOptions {
  readonly format: FormatName;
  readonly what: 'nodes' | 'edges';
  readonly out?: string;
}

const NAMES = ['json', 'gexf', 'graphml', 'csv'] as const satisfies readonly FormatName[];
const HELP = `
Formats:
  json      graphology's serialised form, with everything in it
  gexf      GEXF 1.3, for Gephi
  graphml   for R, networkx, yEd and Cytoscape
  csv       a table of edges, or of nodes with --what nodes

Examples:
  $ entente export --format gexf --out graph.gexf
  $ entente export --format csv --what nodes > nodes.csv

The same graph gives the same bytes, in whatever order it was read.`;

/** `entente export`: the whole graph as a file. */
export function exportCommand(): Command {
  return new Command('export')
    .description('write the whole graph to a file or to standard output')
    .addOption(
      new Option('-f, --format <format>', 'json, gexf, graphml or csv').choices(NAMES).makeOptionMandatory(),
    )
    .addOption(
      new Option('--what <table>', 'of csv: which table').choices(['nodes', 'edges']).default('edges'),
    )
    .option('-o, --out <file>', 'write to this file')
    .addOption(serverOption())
    .addHelpText('after', HELP)
    .action((options: Options) =>
      withTarget(options, async (target) => {
        const chunks = target.export(options.format, options.what);
        if (options.out !== undefined) await writeWhole(options.out, chunks);
        else for await (const chunk of chunks) await print(chunk);
      }),
    );
}

/** Writes beside the file and renames at the end: what carries the name is whole. */
async function writeWhole(path: string, chunks: AsyncIterable<string>): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(part));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
