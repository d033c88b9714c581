/** Rings at the end of a rest, and keeps the screen awake while somebody trains. */

const TONES = [0, 0.22, 0.44];
const TONE_S = 0.14;
const PITCH_HZ = 880;
const LOUDNESS = 0.25;

class Bell {
  #sound: AudioContext | null = null;

  /** Make sound possible: browsers allow it only from within a tap. */
  unlock(): void {
    if (!("AudioContext" in globalThis)) return;
    this.#sound ??= new AudioContext();
    if (this.#sound.state === "suspended") void this.#sound.resume();
  }

  ring(isSoundOn: boolean): void {
    if ("vibrate" in navigator) navigator.vibrate([200, 120, 200]);
    if (!isSoundOn || this.#sound?.state !== "running") return;
    for (const start of TONES) this.#play(this.#sound, start);
  }

  #play(sound: AudioContext, start: number): void {
    const from = sound.currentTime + start;
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    tone.frequency.value = PITCH_HZ;
    volume.gain.setValueAtTime(LOUDNESS, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + TONE_S);
    tone.connect(volume).connect(sound.destination);
    tone.start(from);
    tone.stop(from + TONE_S);
  }
}

export const bell = new Bell();

/**
 * Keep the screen awake until the returned function is called.
 *
 * The browser lets go whenever the page is hidden, so it is asked again each time the
 * page is looked at.
 */
export function stayAwake(): () => void {
  if (!("wakeLock" in navigator)) return () => undefined;
  let lock: WakeLockSentinel | null = null;
  let isWanted = true;
  const ask = async () => {
    if (!isWanted || document.hidden || (lock && !lock.released)) return;
    lock = await navigator.wakeLock.request("screen").catch(() => null);
    if (!isWanted) await lock?.release();
  };
  const look = () => void ask();
  document.addEventListener("visibilitychange", look);
  look();
  return () => {
    isWanted = false;
    document.removeEventListener("visibilitychange", look);
    void lock?.release();
  };
}
