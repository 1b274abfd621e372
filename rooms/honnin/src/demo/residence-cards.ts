import { createVirtualResidenceCard, issueTestResidenceCard, type VirtualChip } from '@honnin/card-simulator';
import type { Town } from '../demo-town/open-town.ts';
import { residenceCardHolderOf } from '../demo-town/residence-card-holder-of.ts';
import { residenceCardIssuerOf } from '../demo-town/residence-card-issuer-of.ts';
import { residencePermits } from '../demo-town/residence-permits.ts';

/** The residence cards of the town's foreign residents. */
export interface ResidenceCards {
  /** Makes `residence-<persona>`, the same card each time; null when nobody has it. */
  make(id: string): Promise<VirtualChip | null>;
}

const prefix = 'residence-';

/** Cards are issued when they are first laid down: drawing one takes a moment. */
export function openResidenceCards(town: Town): ResidenceCards {
  const made = new Map<string, VirtualChip>();
  return {
    async make(id) {
      const held = made.get(id);
      if (held !== undefined) return held;
      const persona = id.startsWith(prefix) ? id.slice(prefix.length) : '';
      const permit = residencePermits.get(persona);
      const person = permit === undefined ? undefined : town.people.find((each) => each.id === persona);
      if (permit === undefined || person === undefined) return null;
      const record = issueTestResidenceCard({
        issuer: await residenceCardIssuerOf(town, new Date()),
        holder: await residenceCardHolderOf(person, permit, generations[persona] ?? 'second'),
      });
      const card = createVirtualResidenceCard(record);
      made.set(id, card);
      return card;
    },
  };
}

/** Both generations are about in the town, as in the country. */
const generations: Readonly<Record<string, 'first' | 'second'>> = { okafor: 'first' };
