import { createVirtualResidenceCard, issueTestResidenceCard } from '@honnin/card-simulator';
import { createTestResidenceCardIssuer } from '@honnin/pki';
import { describe, expect, test, vi } from 'vitest';
import { issueCard, layOutTerminal, makeAuthority } from '../test/lay-out-terminal.ts';

describe.each(['first', 'second'] as const)('a residence card of the %s generation', (generation) => {
  test('is known for what it is: its holder is sent to the desk, reception is told, the next visit is free', async () => {
    const authority = await makeAuthority();
    const issuer = await createTestResidenceCardIssuer({ now: new Date() });
    await using desk = await layOutTerminal({ authority });
    using screen = await desk.screen();
    await screen.until('welcome');
    const image = Uint8Array.of(0x49, 0x49, 0x2a, 0x00);
    desk.insert(
      createVirtualResidenceCard(
        issueTestResidenceCard({
          issuer,
          holder: {
            id: 'turner',
            name: 'TURNER ELIZABETH',
            number: 'AB12345678CD',
            birthDate: '1985-12-31',
            sex: '2',
            nationality: 'USA',
            status: '1111',
            period: '0403',
            expiryDate: '2029-10-20',
            address: '東京都見本区見本町１丁目２番３号',
            municipalityCode: '139999',
            photo: Uint8Array.of(1, 2, 3),
            image,
            generation,
          },
        }),
      ),
    );
    expect(await screen.until('failure')).toMatchObject({
      failure: { code: 'residence-card-to-desk', number: 'I410' },
      actions: [],
    });
    await vi.waitFor(() =>
      expect(desk.reception.ends).toMatchObject([{ reasons: [{ code: 'residence-card-to-desk' }] }]),
    );
    desk.remove();
    desk.insert(await issueCard(authority));
    await screen.until('choose-method');
  });
});
