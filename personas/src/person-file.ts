import { fileURLToPath } from 'node:url';

/** A file of a person: the chip's photo, the printed front, the portrait for screens, a live picture. */
export type PersonFile = 'person.json' | 'chip.jp2' | 'card-front.png' | 'portrait.jpg' | `live/${string}`;

/** Absolute path of one of a person's files. It may be missing: the infant has only `card-front.png`. */
export function personFile(id: string, file: PersonFile): string {
  return fileURLToPath(new URL(`../people/${id}/${file}`, import.meta.url));
}
