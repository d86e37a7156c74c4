import { useEffect, useRef } from 'react';
import classes from './Voice.module.css';

const SAMPLES = 512;
/** Root mean square of loud speech into a microphone, about: the full bar. */
const LOUD = 0.25;

/** Shows that something is heard. Not spoken to screen readers: it changes many times a second and says nothing else. */
export function LevelMeter({ stream }: { readonly stream: MediaStream }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = SAMPLES;
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(SAMPLES);
    let frame = 0;
    const draw = (): void => {
      analyser.getFloatTimeDomainData(samples);
      const level = Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / SAMPLES);
      if (bar.current) bar.current.style.transform = `scaleX(${Math.min(1, level / LOUD)})`;
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => {
      cancelAnimationFrame(frame);
      void context.close();
    };
  }, [stream]);
  return (
    <div className={classes.meter} aria-hidden="true">
      <div ref={bar} className={classes.bar} />
    </div>
  );
}
