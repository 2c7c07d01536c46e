/** graphology's algorithms. They are CommonJS: what Node imports is the function itself, what their types tell is one level deeper. */
import louvainModule from 'graphology-communities-louvain';
import betweennessModule from 'graphology-metrics/centrality/betweenness.js';
import pagerankModule from 'graphology-metrics/centrality/pagerank.js';

type Imported<Module> = Module extends { readonly default: infer Function } ? Function : Module;

export const louvain = louvainModule as unknown as Imported<typeof louvainModule>;
export const betweennessCentrality = betweennessModule as unknown as Imported<typeof betweennessModule>;
export const pagerank = pagerankModule as unknown as Imported<typeof pagerankModule>;
