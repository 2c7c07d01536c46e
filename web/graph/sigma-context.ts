import { createContext, useContext } from 'react';
import type { AbstractGraph } from 'graphology-types';
import type Sigma from 'sigma';
import type { Family } from '../state/graph/ontology.ts';

/** What a node and a line carry for drawing. Colours are set when drawn, so that light and dark need no new graph. */
export interface NodeLook {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label: string;
  readonly kind: string;
  readonly actor: boolean;
}
export interface LineLook {
  readonly size: number;
  readonly family: Family;
  readonly phrase: string;
  readonly type: 'line' | 'arrow' | 'curve' | 'curvedArrow';
  readonly curvature: number;
  /** Behind and of the letters of its name; set when drawn. */
  readonly halo?: string;
  readonly ink?: string;
}
export type Drawing = AbstractGraph<NodeLook, LineLook>;
export type Renderer = Sigma<NodeLook, LineLook>;

const Context = createContext<Renderer | null>(null);
export const SigmaProvider = Context.Provider;

/** The renderer of the canvas around a controller. */
export function useSigma(): Renderer {
  const sigma = useContext(Context);
  if (!sigma) throw new Error('useSigma: put the controller inside GraphCanvas');
  return sigma;
}
