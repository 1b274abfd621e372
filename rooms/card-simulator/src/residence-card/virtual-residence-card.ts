import { randomBytes } from 'node:crypto';
import { aes, tripleDes } from '@honnin/card';
import type { VirtualChip } from '../card/virtual-card.ts';
import { answerResidenceCommand } from './answer-residence-command.ts';
import type { ResidenceCardRecord } from './residence-card-record.ts';
import type { ResidenceChip } from './residence-chip.ts';

/**
 * Powers up a residence card from its record. It answers as the published specifications say, without a limit of
 * tries; what they leave open is said in `answerResidenceCommand`.
 */
export function createVirtualResidenceCard(
  record: ResidenceCardRecord,
  options: { readonly random?: (length: number) => Uint8Array } = {},
): VirtualChip {
  const { random = (length) => Uint8Array.from(randomBytes(length)) } = options;
  const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));
  const powerOn = {
    folder: 'MF',
    currentFile: null,
    challenge: null,
    sessionKey: null,
    numberVerified: false,
  } as const;
  const chip: ResidenceChip = {
    ...powerOn,
    number: new TextEncoder().encode(record.printed.number),
    cipher: record.generation === 'first' ? tripleDes : aes,
    random,
    files: new Map(
      record.files.map(({ folder, id, read, content }) => [
        `${folder} ${id}`,
        { read, content: bytes(content) },
      ]),
    ),
  };
  return {
    atr: bytes(record.atr),
    transmit: async (command) => answerResidenceCommand(chip, command),
    reset: () => void Object.assign(chip, powerOn),
  };
}
