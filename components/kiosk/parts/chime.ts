const loudest = 0.22;
const notes = [
  { hertz: 784, at: 0 },
  { hertz: 587, at: 0.22 },
];

/** A soft two-note bell from the kiosk's own speaker, as loud as `loudness` (0 to 1); needs no file and no network. */
export function chime(loudness: number): void {
  if (loudness === 0) return;
  const audio = new AudioContext();
  for (const { hertz, at } of notes) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const start = audio.currentTime + at;
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(loudest * loudness, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001 * loudness, start + 0.9);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 1);
  }
  setTimeout(() => void audio.close(), 1600);
}
