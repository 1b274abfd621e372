import type { CommandFault } from './fault-plan.ts';

/** What arrives of an answer; nothing at all is an empty one. `earlier`: a recorded answer, if there is one. */
export function spoilAnswer(fault: CommandFault, answer: Uint8Array, earlier: Uint8Array | null): Uint8Array {
  switch (fault.kind) {
    case 'response-dropped':
      return new Uint8Array(0);
    case 'response-torn':
      return answer.slice(0, Math.min(fault.keep, answer.length));
    case 'status-word':
      return Uint8Array.from([
        ...(fault.data === 'kept' ? answer.subarray(0, -2) : []),
        ...Buffer.from(fault.statusWord, 'hex'),
      ]);
    case 'answer-replayed':
      return earlier?.slice() ?? answer;
    case 'answer-late':
    case 'card-removed':
      return answer;
  }
}
