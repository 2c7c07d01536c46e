import type { Edge, NodeLabel } from '../model.ts';
import { ontology } from '../ontology/ontology.ts';

export type Colour = readonly [red: number, green: number, blue: number];

/** The page's light scheme: blue for cooperation, orange for conflict, what is done darker than what is said. */
const SIDES: Readonly<Record<string, Colour>> = {
  'material-cooperation': [0x12, 0x57, 0xa8],
  'verbal-cooperation': [0x6f, 0xa8, 0xdc],
  'verbal-conflict': [0xee, 0x9a, 0x4d],
  'material-conflict': [0xc2, 0x41, 0x0c],
  neutral: [0xa9, 0xa3, 0xbd],
};
const STRUCTURE: Colour = [0xc9, 0xcc, 0xd3];
const LABELS: Readonly<Record<NodeLabel, Colour>> = {
  Person: [0x70, 0x48, 0xb5],
  Country: [0x26, 0x32, 0x4b],
  Organization: [0x0d, 0x85, 0x77],
  Event: [0xa1, 0x62, 0x07],
  Issue: [0x4d, 0x7c, 0x0f],
  Place: [0x6b, 0x72, 0x80],
  Statement: [0xb8, 0xbd, 0xc7],
};

export const labelColour = (label: NodeLabel): Colour => LABELS[label];
export const edgeColour = ({ type }: Edge): Colour =>
  SIDES[ontology.relations[type]?.side ?? ''] ?? STRUCTURE;
