import type { Arrival } from '@honnin/reception/staff-api';
import { useEffect, useRef, useState } from 'react';

/** Whether a patient who waits for staff is also heard. */
export interface CallSound {
  readonly isOn: boolean;
  readonly setOn: (isOn: boolean) => void;
}

const storageKey = 'honnin-console-sound';

/** Off until somebody turns it on at this browser; then two soft notes for each patient who asks for help. */
export function useCallSound(arrivals: readonly Arrival[]): CallSound {
  const [isOn, setIsOn] = useState(() => localStorage.getItem(storageKey) === 'on');
  const heard = useRef(new Set<string>());
  useEffect(() => {
    const waiting = arrivals.filter(({ state }) => state === 'help-wanted').map(({ visitId }) => visitId);
    const isNew = waiting.some((visitId) => !heard.current.has(visitId));
    heard.current = new Set(waiting);
    if (isNew && isOn) playTwoNotes();
  }, [arrivals, isOn]);
  return {
    isOn,
    setOn(on) {
      setIsOn(on);
      localStorage.setItem(storageKey, on ? 'on' : 'off');
      if (on) playTwoNotes();
    },
  };
}

function playTwoNotes() {
  const audio = new AudioContext();
  const volume = audio.createGain();
  volume.connect(audio.destination);
  volume.gain.setValueAtTime(0, audio.currentTime);
  volume.gain.linearRampToValueAtTime(0.08, audio.currentTime + 0.05);
  volume.gain.linearRampToValueAtTime(0, audio.currentTime + 0.9);
  const tone = audio.createOscillator();
  tone.frequency.setValueAtTime(659, audio.currentTime);
  tone.frequency.setValueAtTime(523, audio.currentTime + 0.35);
  tone.connect(volume);
  tone.start();
  tone.stop(audio.currentTime + 0.9);
  tone.onended = () => void audio.close();
}
