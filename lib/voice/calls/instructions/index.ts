import 'server-only';
import { writeBriefing } from '../../briefing';
import { brainSetting } from '../../setting';
import type { CallBriefing } from '../schemas';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import type { Rules } from './types';

const rules: Record<CallBriefing['setting']['language'], Rules> = { fr, en, es };

/**
 * What the model is told. First the rules, the same for everybody who speaks a language, so that the provider's cache
 * holds them; then the gym; last the member. Names and texts of others stand in JSON (rule V7), in one line each.
 */
export function instructionsFor({ setting, today, topics }: CallBriefing): string {
  const { common, address } = rules[setting.language];
  const gym = JSON.stringify({
    name: setting.gym_name,
    today: { opens: today.open, closes: today.close, open_now: today.is_open },
  });
  return [
    common,
    address[setting.address],
    `GYM ${gym}`,
    writeBriefing({ ...brainSetting(setting), topics }),
  ].join('\n');
}
