import type { Family } from './state/graph/ontology.ts';

export type Scheme = 'light' | 'dark';

/**
 * Blue for cooperation and orange to red for conflict stay apart in every common colour blindness; what is done is
 * drawn stronger than what is said. Nodes keep to hues between, and things that are no actors are rings.
 */
const FAMILY: Readonly<Record<Scheme, Readonly<Record<Family, string>>>> = {
  light: {
    'material-cooperation': '#1257a8',
    'verbal-cooperation': '#6fa8dc',
    'verbal-conflict': '#ee9a4d',
    'material-conflict': '#c2410c',
    neutral: '#a9a3bd',
    structure: '#c9ccd3',
  },
  dark: {
    'material-cooperation': '#4f9df0',
    'verbal-cooperation': '#37699c',
    'verbal-conflict': '#b8742f',
    'material-conflict': '#f5713a',
    neutral: '#6d6a82',
    structure: '#454b59',
  },
};

const LABEL: Readonly<Record<Scheme, Readonly<Record<string, string>>>> = {
  light: {
    Person: '#7048b5',
    Country: '#26324b',
    Organization: '#0d8577',
    Event: '#a16207',
    Issue: '#4d7c0f',
    Place: '#6b7280',
  },
  dark: {
    Person: '#b79bf0',
    Country: '#dfe5f2',
    Organization: '#41c4b0',
    Event: '#e0b04c',
    Issue: '#9fcf5b',
    Place: '#9aa3b2',
  },
};

/** Canvas and its lettering, as in styles/base.css. What is faded lets lines through; WebGL takes those premultiplied by alpha. */
export const SURFACE: Readonly<
  Record<Scheme, { canvas: string; text: string; faded: string; fadedLine: string; halo: string }>
> = {
  light: { canvas: '#fbfbfc', text: '#1c2333', faded: '#0304061c', fadedLine: '#0304051a', halo: '#ffffff' },
  dark: { canvas: '#12151c', text: '#e4e8f1', faded: '#191a1b1c', fadedLine: '#14141516', halo: '#0c0f15' },
};

export const familyColour = (family: Family, scheme: Scheme): string => FAMILY[scheme][family];
export const labelColour = (label: string, scheme: Scheme): string => LABEL[scheme][label] ?? '#808080';
