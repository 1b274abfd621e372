import { type AirTime, airTimeMs, createVirtualCard, type VirtualCard } from '@honnin/card-simulator';

/** What went over the air to and from a card. */
export interface AirCount {
  commands: number;
  bytes: number;
  /** Milliseconds that all of it takes on the air. */
  airMs: number;
}

/** A simulated card that answers as slowly as the air lets it, and counts what it hears and says. */
export function createCountedCard(
  record: Parameters<typeof createVirtualCard>[0],
  air: AirTime,
): { readonly card: VirtualCard; readonly count: AirCount } {
  const inner = createVirtualCard(record, { air });
  const count: AirCount = { commands: 0, bytes: 0, airMs: 0 };
  const card: VirtualCard = {
    ...inner,
    async transmit(command) {
      const response = await inner.transmit(command);
      count.commands += 1;
      count.bytes += command.length + response.length;
      count.airMs += airTimeMs(air, command.length, response.length);
      return response;
    },
  };
  return { card, count };
}
