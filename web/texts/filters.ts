import { count, number } from './number.ts';

export const filters = {
  brings: (n: number) => `${number.format(n)} with the other filters as they are`,
  fields: {
    sign: 'Cooperation or conflict',
    text: 'Words in quotes',
    countries: 'Countries',
    issues: 'Issues',
    speakers: 'Who says so',
    sources: 'Publishers',
    modality: 'Modality',
    minConfidence: 'Confidence',
    minEvidence: 'Evidence of a tie',
    minDegree: 'Ties of a node',
  },
  signs: { all: 'All', cooperation: 'Coop.', conflict: 'Conflict' },
  wordsHint: 'such as red line',
  who: 'Where, about what, by whom',
  strength: 'Strength',
  reported: 'The document itself',
  find: (field: string) => `Find among ${field.toLowerCase()}`,
  none: 'Nothing here with the other filters as they are.',
  more: (n: number) => `Show ${number.format(n)} more`,
  rest: (n: number) => `${number.format(n)} rarer ones are left out: narrow another filter to see them.`,
  least: (field: string, step: number, isAny: boolean, edges: number | undefined) => {
    const what = field === 'minConfidence' ? `${Math.round(step * 100)} %` : number.format(step);
    const name = isAny ? 'Any' : `At least ${what}`;
    return edges === undefined ? name : `${name} (${count(edges, 'edge', 'edges')})`;
  },
};

export const saved = {
  title: 'Saved views',
  name: 'Name of this view',
  save: 'Save',
  none: 'None yet. A saved view keeps filters, selection and camera in this browser.',
  remove: (name: string) => `Delete the view ${name}`,
  copy: 'Copy a link to this view',
  copied: 'Link copied',
  copyFailed: 'Not allowed here: copy the address above',
};
