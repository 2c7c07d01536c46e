import { count, number } from './number.ts';

export const time = {
  title: 'Time',
  play: 'Play through time',
  pause: 'Pause',
  bars: 'Bars of time: drag over them to choose a time, double-click for all of it',
  from: 'First time shown',
  to: 'Last time shown',
  span: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  bin: (at: string, statements: number, cooperation: number, conflict: number) =>
    `${at}: ${count(statements, 'statement', 'statements')}, ${number.format(cooperation)} cooperative and ${number.format(conflict)} conflictual edges`,
  undated: (n: number, unit: string) =>
    unit === 'year' ? `${number.format(n)} undated` : `${number.format(n)} without a month`,
};

export const changes = {
  title: 'What changed between two periods',
  about:
    'Pairs that are tied in one of the periods only, or that lean to the other side. The filters beside hold, but their dates do not.',
  before: 'Before',
  after: 'After',
  from: 'from',
  to: 'to',
  kinds: { new: 'New', gone: 'Gone', changed: 'Turned round' },
  hints: {
    new: 'tied in the later period only',
    gone: 'tied in the earlier period only',
    changed: 'from more cooperation to more conflict, or the other way',
  },
  shown: (shown: number, total: number) =>
    shown < total
      ? `The ${number.format(shown)} of ${number.format(total)} changes with most evidence`
      : count(total, 'change', 'changes'),
  none: 'Nothing differs between these periods.',
  choose: 'The graph needs dated statements of at least two times to compare.',
  signs: (n: { readonly cooperation: number; readonly conflict: number; readonly neutral: number }) =>
    n.cooperation + n.conflict === 0
      ? `${number.format(n.neutral)} of structure or talk`
      : `${number.format(n.cooperation)} cooperative, ${number.format(n.conflict)} conflictual`,
  open: (source: string, target: string) => `All between ${source} and ${target}`,
  pair: 'Pair',
  change: 'Change',
};
