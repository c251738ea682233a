import { describe, expect, it } from 'vitest';
import type { BrainReply, Tools } from '@/lib/voice/brain/index';
import { discreetReply, discreetTools } from '@/lib/voice/keep-health-out';

const reply = (text: string, pending: BrainReply['state']['pending']): BrainReply => ({
  text,
  chips: [],
  ends: false,
  language: 'fr',
  intent: 'report_issue',
  state: { turns: 1, misunderstood: 0, language: null, pending },
});

describe('health words', () => {
  it('are taken out of what a tool writes', async () => {
    const calls: unknown[] = [];
    const tools: Tools = {
      call: async (_name, args) => {
        calls.push(args);
        return { ok: true, result: null };
      },
    };
    const said = { text: 'le rameur grince et j’ai mal au dos', confirmed: true };
    await discreetTools(tools, 'fr').call('report_issue', said);
    await discreetTools(tools, 'fr').call('get_gym_info', { topic: 'crowd' });
    expect(calls[0]).toMatchObject({ confirmed: true });
    expect(JSON.stringify(calls[0])).not.toContain('dos');
    expect(calls[1]).toEqual({ topic: 'crowd' });
  });

  it('are taken out of what is asked back and remembered', () => {
    const words = "le rameur grince et j'ai mal au dos";
    const shown = 'Je transmets : « le rameur grince et j’ai mal au dos ». D’accord ?';
    const kept = discreetReply(reply(shown, { kind: 'confirm_report', text: words }));
    expect(JSON.stringify(kept)).not.toContain('dos');
    expect(kept.text).toContain('[santé]');
  });

  it('leave every other reply as it is', () => {
    const plain = reply('C’est réservé.', null);
    expect(discreetReply(plain)).toBe(plain);
    const report = reply('Je transmets.', { kind: 'confirm_report', text: 'le rameur grince' });
    expect(discreetReply(report)).toBe(report);
  });
});
