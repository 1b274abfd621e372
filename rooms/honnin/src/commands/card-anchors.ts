import path from 'node:path';
import { restoreTestAuthority, restoreTestResidenceCardIssuer } from '@honnin/pki';
import { dataFolder } from '../command-line/data-folder.ts';
import { readTown } from '../demo-town/open-town.ts';
import type { CardAnchors } from './read-my-number-card.ts';

/** Where the demo town of a data folder lives. */
export const townFolder = (data: string | undefined) => path.join(dataFolder(data, process.env), 'demo/town');

/** The demo town's anchors where there is one; without it nothing is trusted, and nothing verified. */
export async function cardAnchorsOf(data: string | undefined): Promise<CardAnchors> {
  const town = await readTown(path.join(townFolder(data), 'town.json'));
  const authority = town === null ? null : await restoreTestAuthority(town.authority);
  if (authority === null || authority.status === 'failed')
    return { authentication: [], signature: [], cardFace: [], textInput: [], residenceCard: [] };
  const residence = restoreTestResidenceCardIssuer(town?.residenceCardIssuer);
  const { anchors } = authority.value;
  return {
    authentication: [anchors.authentication],
    signature: [anchors.signature],
    cardFace: [anchors.cardFace],
    textInput: [anchors.textInput],
    residenceCard: residence.status === 'done' ? residence.value.anchors : [],
  };
}
