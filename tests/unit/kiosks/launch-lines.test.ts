import { describe, expect, it } from 'vitest';
import {
  linuxLine,
  linuxSteps,
  policyOf,
  systemdUnit,
  windowsLine,
  windowsSteps,
} from '@/components/dashboard/kiosks/launch/launch-lines';

const place = { origin: 'https://club.example', address: 'https://club.example/kiosk/lyon-entree' };

describe('launch lines', () => {
  it('allow the microphone and sound for our own origin alone', () => {
    const policy = JSON.parse(policyOf(place));
    expect(policy.AudioCaptureAllowedUrls).toEqual([place.origin]);
    expect(policy.AutoplayAllowlist).toEqual([place.origin]);
    for (const line of [linuxLine(place), systemdUnit(place), windowsLine(place)])
      expect(line).not.toContain('use-fake-ui');
    expect(windowsSteps(place).match(/AudioCaptureAllowedUrls" \/v 1 \/t REG_SZ \/d (\S+)/g)).toHaveLength(2);
    expect(linuxSteps(place)).toContain(policyOf(place));
  });

  it('open this kiosk on the whole screen, with sound, without questions', () => {
    for (const line of [linuxLine(place), systemdUnit(place), windowsLine(place)]) {
      expect(line).toContain(place.address);
      for (const flag of [
        '--kiosk',
        '--autoplay-policy=no-user-gesture-required',
        '--hide-crash-restore-bubble',
      ])
        expect(line).toContain(flag);
    }
  });

  it('are one command each: a broken line goes on behind its backslash, and the unit starts it again', () => {
    expect(
      linuxLine(place)
        .split('\n')
        .slice(0, -1)
        .every((line) => line.endsWith('\\')),
    ).toBe(true);
    expect(systemdUnit(place)).toMatch(/^ExecStart=\/usr\/bin\/chromium .*lyon-entree$/m);
    expect(systemdUnit(place)).toMatch(/^Restart=always$/m);
  });
});
