// What the server hands over as a design is opened, and what it can be asked.

import type { Feature } from './features.js';
import type { CardBody, Font, Layer } from './model.js';
import type { Answer, Server } from './session.js';

export interface Start {
  design: string;
  name: string;
  number: number;
  state: string;
  stateWord: string;
  layers: Record<string, Layer>;
  card: CardBody;
  fonts: Font[];
  /** Where pictures are, by their digest. */
  assets: string;
  /** Where the pictures of the library are, small, by their digest. */
  library: string;
  person: string;
  readonly: boolean;
  /** Whether this person works for the issuer. */
  issuer: boolean;
  mayFreeze: boolean;
  /** What the product has. */
  features: Feature[];
}

export interface ServerCalls extends Server {
  point(x: number, y: number, selection: string): void;
  outlines(layers: string): Promise<string>;
  library(query: string, offset: number): Promise<string>;
  /** The packs that the product has, and what is in one of them. */
  packs(): Promise<string>;
  pack(id: string): Promise<string>;
  inspect(): Promise<string>;
  freeze(): Promise<string>;
}

/** What an upload became, or why it was refused. */
export interface Uploaded extends Answer {
  digest: string;
  name: string;
  widthPx: number;
  heightPx: number;
  notes: string[];
}

declare global {
  interface Window {
    Vaadin?: {
      connectionState?: {
        addStateChangeListener(on: (before: string, now: string) => void): void;
        removeStateChangeListener(on: (before: string, now: string) => void): void;
      };
    };
  }
}
