/** Where a kiosk is opened: our origin, and the whole address of its screen. */
export interface LaunchPlace {
  origin: string;
  address: string;
}

/**
 * Flags of Chromium and Chrome: the whole screen, sound without a tap, no questions at the start and none after a power
 * cut, no pinching and no swiping away. The microphone is left to the policy, which knows our origin alone.
 */
const flags = [
  '--kiosk',
  '--autoplay-policy=no-user-gesture-required',
  '--hide-crash-restore-bubble',
  '--no-first-run',
  '--noerrdialogs',
  '--disable-pinch',
  '--overscroll-history-navigation=0',
];

/** What a managed browser is told in JSON: the microphone for our origin, no offers to translate or to save passwords. */
export const policyOf = ({ origin }: LaunchPlace): string =>
  JSON.stringify(
    {
      AudioCaptureAllowedUrls: [origin],
      AutoplayAllowlist: [origin],
      TranslateEnabled: false,
      PasswordManagerEnabled: false,
      BrowserSignin: 0,
    },
    null,
    2,
  );

export const linuxLine = ({ address }: LaunchPlace): string =>
  `chromium ${flags.join(' \\\n  ')} \\\n  ${address}`;

/** A unit of the person who is signed in by itself; a crash or a closed window starts it again. */
export const systemdUnit = ({ address }: LaunchPlace): string => `[Unit]
Description=JARVIS kiosk
PartOf=graphical-session.target
After=graphical-session.target

[Service]
ExecStart=/usr/bin/chromium ${flags.join(' ')} ${address}
Restart=always
RestartSec=3

[Install]
WantedBy=graphical-session.target`;

export const linuxSteps = (place: LaunchPlace): string => `sudo install -d /etc/chromium/policies/managed
sudo tee /etc/chromium/policies/managed/jarvis.json <<'END'
${policyOf(place)}
END
sudo systemctl mask sleep.target suspend.target hibernate.target hybrid-sleep.target
systemctl --user daemon-reload
systemctl --user enable --now jarvis-kiosk`;

export const windowsLine = ({ address }: LaunchPlace): string =>
  `"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe" ${flags.join(' ')} ${address}`;

export const windowsSteps = ({ origin }: LaunchPlace): string =>
  [
    ...['Google\\Chrome', 'Microsoft\\Edge'].map(
      (browser) =>
        `reg add "HKLM\\SOFTWARE\\Policies\\${browser}\\AudioCaptureAllowedUrls" /v 1 /t REG_SZ /d ${origin} /f`,
    ),
    'powercfg /change monitor-timeout-ac 0',
    'powercfg /change standby-timeout-ac 0',
  ].join('\n');
