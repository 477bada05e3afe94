// What an administrator switched off for the product is not offered; the server refuses it besides.

import type { Action } from './actions.js';
import type { Bench } from './bench.js';

export type Feature = 'upload' | 'templates' | 'doodles' | 'filters' | 'text' | 'sketch' | 'codes';

/** The feature that an action needs, by the action's id. */
const NEEDS: Record<string, Feature> = {
  'add-text': 'text',
  'add-image': 'upload',
  'add-sketch': 'sketch',
  'add-doodle': 'doodles',
  'add-pen': 'doodles',
  'add-packs': 'doodles',
  looks: 'filters',
  doodle: 'doodles',
  pen: 'doodles',
  'add-qr': 'codes',
  'add-data_matrix': 'codes',
  'add-code128': 'codes',
  'add-ean13': 'codes',
};

/** Whether the product has a feature. */
export function has(bench: Pick<Bench, 'features'>, feature: Feature): boolean {
  return bench.features?.includes(feature) ?? true;
}

/** Whether an action is offered where these features are on; all are where none are named. */
export function offered(features: readonly Feature[] | undefined, action: string): boolean {
  return !features || !NEEDS[action] || features.includes(NEEDS[action]);
}

/** Those of the actions that the product has. */
export function offers(bench: Pick<Bench, 'features'>, actions: Action[]): Action[] {
  return actions.filter((one) => offered(bench.features, one.id));
}
