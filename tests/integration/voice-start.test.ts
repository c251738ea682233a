import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretClient, sql } from '../support/clients.ts';
import { kioskCalls } from '../support/kiosk-calls.ts';
import { createGym, createKiosk, createMember } from '../support/tenants.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';
import { VoiceProvider } from '../support/voice-provider.ts';
import { connect } from '../support/voice-scene.ts';

const provider = new VoiceProvider();

beforeAll(async () => {
  await provider.start();
  appEnvironment();
  Object.assign(process.env, { OPENAI_API_KEY: provider.apiKey, OPENAI_BASE_URL: provider.url });
});
afterAll(() => provider.stop());

describe('the start of a conversation', () => {
  /** Opens a conversation through the route, as a kiosk does. */
  async function opened(body: object, budget?: number) {
    const gym = await createGym();
    if (budget !== undefined)
      await sql()`insert into private.voice_budgets (gym_id, usd) values (${gym.id}, ${budget})`;
    const kiosk = await createKiosk(gym);
    const member = await createMember(gym);
    const { data } = await kioskCalls(secretClient(), kiosk.tokenHash).scan(member.badgeHash);
    const browser = new Visitor();
    browser.jar.set('kiosk', kiosk.token);
    const answer = await browser.post('/api/kiosk/conversation', {
      scan_id: data.scan_id,
      language: 'fr',
      consents: { talk: true, analyse: true, remember: false },
      ...body,
    });
    return { kiosk, status: answer.status, call: answer.body.call };
  }

  it('brings the token of the first call, which opens it', async () => {
    const { kiosk, status, call } = await opened({ call: true });
    expect(status).toBe(201);
    const { token, session } = call as { token: string; session: object };
    expect((await connect(kiosk, token)).status).toBe(201);
    expect(provider.calls.at(-1)).toMatchObject({ session });
  });

  it('says why there is no call, and is open all the same', async () => {
    expect(await opened({ call: true }, 0)).toMatchObject({ status: 201, call: { refused: 'budget_spent' } });
  });

  it('holds no budget where nobody asked for a call', async () => {
    expect(await opened({}, 0)).toMatchObject({ status: 201, call: null });
  });
});
