import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { FaceStep } from '@honnin/face';
import { type LiveFrame, loadPeople, type Person, personFile } from '@honnin/personas';
import type { ScreenClient } from './screen-client.ts';

/** Pictures of one rendered person, by what a person before a camera would do. */
export interface PersonaPictures {
  readonly person: Person;
  readonly chipPhoto: Uint8Array;
  readonly straight: readonly Uint8Array[];
  /** By degrees; positive is the person's own left. */
  readonly turned: ReadonlyMap<number, Uint8Array>;
  /** Leaned in towards the camera. */
  readonly near: Uint8Array | null;
}

/** Null while the person's pictures have not been rendered. */
export async function loadPictures(id: string): Promise<PersonaPictures | null> {
  const person = (await loadPeople()).find((one) => one.id === id);
  if (person === undefined || person.frames.length === 0) return null;
  const read = async (frame: LiveFrame) =>
    Uint8Array.from(await readFile(personFile(id, `live/${frame.file}`)));
  const seen = person.frames.filter(
    (frame) =>
      frame.wears === 'nothing' &&
      frame.light === 'even' &&
      frame.eyes === 'open' &&
      frame.away === undefined,
  );
  const plain = seen.filter(({ distance }) => distance === 'normal');
  const close = seen.find(({ distance }) => distance === 'near');
  const straight = await Promise.all(plain.filter(({ yaw }) => yaw === 0).map(read));
  const turned = await Promise.all(plain.map(async (frame) => [frame.yaw, await read(frame)] as const));
  const chipPhoto = Uint8Array.from(await readFile(personFile(id, 'chip.jp2')));
  const near = close === undefined ? null : await read(close);
  return { person, chipPhoto, straight, turned: new Map(turned), near };
}

const target: Record<FaceStep, number> = {
  'look-straight': 0,
  'look-back': 0,
  'lean-in': 0,
  'turn-left': 30,
  'turn-right': -30,
  done: 0,
};

/**
 * Stands before the camera until the face screen has gone: looks where guidance asks, five degrees a frame.
 * `still`: a picture held up instead, which does not turn.
 */
export async function standBefore(
  screen: ScreenClient,
  pictures: PersonaPictures,
  options: { readonly still?: boolean } = {},
): Promise<void> {
  let step: FaceStep = 'look-straight';
  let yaw = 0;
  for (let count = 0; screen.current()?.name === 'face'; count += 1) {
    if (options.still !== true) yaw += Math.sign(target[step] - yaw) * 5;
    const straight = pictures.straight[count % pictures.straight.length];
    const leaned = step === 'lean-in' ? pictures.near : null;
    const picture = leaned ?? (yaw === 0 ? straight : (pictures.turned.get(yaw) ?? straight));
    if (picture === undefined) throw new Error('no picture');
    const guidance = await screen.frame(picture);
    step = guidance?.step ?? step;
    await pause(60);
  }
}
