import { defaultFacePolicy, type FacePolicy, type ModelManifest } from '@honnin/face';
import { type Attempt, done } from '@honnin/outcome';
import type { ChildrenPolicy, TerminalAnchors } from '@honnin/terminal';
import { tokenPattern } from '../configuration/setting-forms.ts';
import { checkUrl } from './check-url.ts';
import { prepareFace } from './prepare-face.ts';
import { readCardFaceAnchors } from './read-card-face-anchors.ts';
import { readCertificates } from './read-certificates.ts';
import { readSecret } from './read-secret.ts';
import { settingFile } from './read-setting-file.ts';
import { readTerminalIdentity, type TerminalIdentity } from './read-terminal-identity.ts';
import type { ServiceSection } from './service-section.ts';
import { type SettingPlace, within } from './setting-place.ts';

/** What a terminal is made of, read and checked; nothing runs yet. */
export interface PreparedTerminal {
  readonly place: SettingPlace;
  readonly port: number;
  readonly id: string;
  readonly identity: TerminalIdentity;
  readonly reception: { readonly url: string; readonly token: string };
  readonly anchors: TerminalAnchors;
  readonly readerName: string | null;
  readonly matchingNumber: 'camera' | 'typed';
  readonly facePolicy: FacePolicy;
  readonly manifest: ModelManifest;
  readonly children: ChildrenPolicy;
  /** Folder of the models, when it is not the one in the data folder. */
  readonly models: string | null;
}

/** Reads what the section names; fails with the place of the first setting that cannot be used. */
export async function prepareTerminal(
  { place, settings }: ServiceSection<'terminal'>,
  now: Date,
): Promise<Attempt<PreparedTerminal>> {
  const identity = await readTerminalIdentity(place, settings, now);
  if (identity.status === 'failed') return identity;
  const inReception = within(place, 'reception');
  const url = checkUrl(within(inReception, 'url'), settings.reception.url);
  if (url.status === 'failed') return url;
  const token = await readSecret(within(inReception, 'token'), settings.reception.token, tokenPattern);
  if (token.status === 'failed') return token;
  const inAnchors = within(place, 'anchors');
  const authentication = await readCertificates(
    within(inAnchors, 'authentication'),
    settings.anchors.authentication,
  );
  if (authentication.status === 'failed') return authentication;
  const cardFace = await readCardFaceAnchors(within(inAnchors, 'cardFace'), settings.anchors.cardFace);
  if (cardFace.status === 'failed') return cardFace;
  const residenceCard = await readCertificates(
    within(inAnchors, 'residenceCard'),
    settings.anchors.residenceCard ?? [],
  );
  if (residenceCard.status === 'failed') return residenceCard;
  const face = await prepareFace(within(place, 'face'), settings.face);
  if (face.status === 'failed') return face;
  return done({
    place,
    port: settings.port,
    id: settings.id,
    identity: identity.value,
    reception: { url: url.value, token: token.value },
    anchors: {
      authentication: authentication.value,
      cardFace: cardFace.value,
      ...(residenceCard.value.length === 0 ? {} : { residenceCard: residenceCard.value }),
    },
    readerName: settings.reader ?? null,
    matchingNumber: settings.matchingNumber,
    // Relaxations exist in the demo only.
    facePolicy: {
      ...defaultFacePolicy,
      ...face.value.threshold,
      // What a norm says is a matter of the network; one that is not calibrated so leaves no frame out by it.
      minimumNorm: face.value.manifest.norms?.minimum ?? 0,
      relaxations: [],
    },
    manifest: face.value.manifest,
    children: face.value.children,
    models: settings.models === undefined ? null : settingFile(place, settings.models),
  });
}
