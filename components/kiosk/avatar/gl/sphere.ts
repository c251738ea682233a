import {
  AdditiveBlending,
  BufferGeometry,
  GLSL3,
  Points,
  RawShaderMaterial,
  Scene,
  Vector2,
  Vector3,
  Vector4,
  type WebGLRenderer,
} from 'three';
import type { SoundSource } from '../../voice/sound';
import { type AvatarState, looks, pictureSide, unit } from '../looks';
import { Bloom } from './bloom';
import { bow, type Gaze, turn } from './gaze';
import { grainFragment, grainVertex } from './grain-shader';
import { Moods } from './mood';
import { camera, coverMesh, Pass, type Uniforms } from './pass';
import { blurFragment, bodyFragment, halveFragment, toneFragment } from './picture-shaders';
import { SoundHistory } from './sound-history';
import { noiseTexture, voiceTexture } from './textures';

/** Grains for a square of radii, and the most there are: the whole avatar is one draw of points. */
const grainsASquare = 0.62;
const mostGrains = 80_000;
/** How fast the rings of a voice run, in radians a second, and how fast its fronts leave the limb, in fronts. */
const ringSpeed = 6;
const frontSpeed = 1.4;
const turnSeconds = 2.4;
/** Where the spark sets out: near the viewer, low on the right. */
const firstHead = -1.1;

export interface Sounds {
  member: SoundSource;
  jarvis: SoundSource;
}

/** JARVIS in light: holds what is drawn, moves it on by each frame's time, draws it. */
export class Sphere {
  readonly #gl: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #points: Points<BufferGeometry, RawShaderMaterial>;
  readonly #uniforms: Uniforms;
  readonly #noise = noiseTexture();
  readonly #voices = voiceTexture();
  readonly #history = new SoundHistory();
  readonly #halve = new Pass(halveFragment, ['uFrom']);
  readonly #blur = new Pass(blurFragment, ['uFrom', 'uStep', 'uWeights', 'uReach']);
  readonly #tone: Pass;
  readonly #moods: Moods;
  #bloom: Bloom | null = null;
  #gaze: Gaze;
  #state: AvatarState;
  #radius = 0;
  #bowedFor = Number.POSITIVE_INFINITY;

  constructor(gl: WebGLRenderer, state: AvatarState) {
    this.#gl = gl;
    this.#state = state;
    this.#moods = new Moods(state);
    this.#gaze = { pole: unit(looks[state].pole), speed: [0, 0, 0] };
    const vectors = ['uPole', 'uKey', 'uCombs', 'uPhases'].map((name) => [name, { value: new Vector3() }]);
    const numbers = ['uVoicePart', 'uTime', 'uRelief', 'uDim', 'uSaturation', 'uGlow', 'uThinking', 'uHead']
      .concat('uRadius', 'uSide', 'uShells', 'uSparks', 'uHalo', 'uGain', 'uFlow')
      .concat('uFront', 'uFar', 'uDust', 'uWaves')
      .map((name) => [name, { value: 0 }]);
    this.#uniforms = {
      ...Object.fromEntries([...vectors, ...numbers]),
      uNoise: { value: this.#noise },
      uVoices: { value: this.#voices.texture },
      uLoud: { value: new Vector2() },
      uBands: { value: new Vector4() },
    };
    this.#set('uHead', firstHead);
    const material = new RawShaderMaterial({
      glslVersion: GLSL3,
      vertexShader: grainVertex,
      fragmentShader: grainFragment,
      uniforms: this.#uniforms,
      blending: AdditiveBlending,
      transparent: true,
      depthTest: false,
      depthWrite: false,
    });
    this.#points = new Points(new BufferGeometry(), material);
    this.#points.frustumCulled = false;
    this.#points.renderOrder = 1;
    this.#scene.add(coverMesh(bodyFragment, this.#uniforms), this.#points);
    this.#tone = new Pass(
      toneFragment,
      ['uLight', 'uBloom0', 'uBloom1', 'uBloom2', 'uBloom'],
      this.#uniforms,
    );
    gl.autoClear = false;
    gl.info.autoReset = false;
  }

  #set(name: string, value: number): void {
    const uniform = this.#uniforms[name];
    if (uniform) uniform.value = value;
  }

  #get<T = number>(name: string): T {
    return this.#uniforms[name]?.value as T;
  }

  /** Fits everything to a sphere of `radius` device pixels. */
  #fit(radius: number): void {
    if (radius === this.#radius) return;
    const side = Math.ceil(radius * pictureSide);
    this.#radius = radius;
    this.#gl.setSize(side, side, false);
    // Fiber wrote its own first size here; the page decides how large the square is shown.
    Object.assign(this.#gl.domElement.style, { width: '100%', height: '100%' });
    this.#bloom?.dispose();
    this.#bloom = new Bloom(side, radius);
    this.#set('uRadius', radius);
    this.#set('uSide', side);
  }

  /**
   * Draws one frame.
   * @param seconds since the last one
   * @param level of quality, see `quality.ts`
   */
  draw(state: AvatarState, radius: number, sounds: Sounds, seconds: number, level: number): void {
    this.#fit(radius);
    if (state !== this.#state && state === 'goodbye') this.#bowedFor = 0;
    this.#state = state;
    this.#listen(sounds, seconds);
    this.#move(state, seconds);
    this.#count(level);
    const bloom = this.#bloom as Bloom;
    this.#gl.info.reset();
    this.#gl.setRenderTarget(bloom.light);
    this.#gl.render(this.#scene, camera);
    bloom.draw(this.#gl, this.#halve, this.#blur, level < 3);
    const [uBloom0, uBloom1, uBloom2] = bloom.textures;
    const uBloom = new Vector3(0.26, 0.15, level < 3 ? 0.17 : 0);
    this.#tone.draw(this.#gl, null, { uLight: bloom.light.texture, uBloom0, uBloom1, uBloom2, uBloom });
  }

  #listen({ member, jarvis }: Sounds, seconds: number): void {
    if (this.#history.listen(member, jarvis, seconds)) this.#voices.write(this.#history.values);
    this.#set('uVoicePart', this.#history.part);
    const [heard = 0, said = 0] = this.#history.values;
    const loud = this.#get<Vector2>('uLoud');
    loud.set(follow(loud.x, heard, seconds), follow(loud.y, said, seconds));
    const bands = this.#get<Vector4>('uBands');
    const now = jarvis.bands();
    bands.set(
      follow(bands.x, now[0], seconds),
      follow(bands.y, now[1], seconds),
      follow(bands.z, now[2], seconds),
      follow(bands.w, now[3], seconds),
    );
  }

  #move(state: AvatarState, seconds: number): void {
    const mood = this.#moods.fade(state, seconds * 1000);
    this.#bowedFor += seconds * 1000;
    this.#gaze = turn(this.#gaze, unit(mood.pole), seconds);
    this.#get<Vector3>('uPole').set(...bow(this.#gaze.pole, this.#bowedFor));
    this.#get<Vector3>('uKey').set(...unit(mood.key));
    this.#get<Vector3>('uCombs').set(...mood.combs);
    const loud = this.#get<Vector2>('uLoud');
    const phases = this.#get<Vector3>('uPhases');
    // The rings of a voice run while it sounds and come to rest with it.
    phases.y = (phases.y + seconds * ringSpeed * Math.min(1, loud.x * 4)) % (2 * Math.PI);
    phases.z = (phases.z - seconds * ringSpeed * Math.min(1, loud.y * 4)) % (2 * Math.PI);
    this.#set('uFlow', (this.#get('uFlow') + seconds * frontSpeed) % 1000);
    this.#set('uHead', (this.#get('uHead') + (seconds * 2 * Math.PI) / turnSeconds) % (2 * Math.PI));
    this.#set('uTime', (this.#get('uTime') + seconds) % 3600);
    this.#set('uRelief', mood.relief);
    this.#set('uDim', mood.dim);
    this.#set('uSaturation', mood.saturation);
    this.#set('uGlow', mood.glow);
    this.#set('uSparks', mood.sparks);
    this.#set('uHalo', mood.halo);
    this.#set('uThinking', mood.thinking);
  }

  /** How many points there are of each kind; none of a kind that nobody would see. */
  #count(level: number): void {
    const all = Math.min(mostGrains, Math.round(grainsASquare * this.#radius ** 2));
    const front = level >= 1 ? all >> 1 : all;
    const far = level >= 2 ? 0 : front >> 2;
    const dust = Math.round(this.#radius * 13);
    const isHeard = this.#get<Vector3>('uCombs').z > 0.01 && this.#get<Vector2>('uLoud').y > 0.01;
    const waves = isHeard ? Math.round(this.#radius * (level >= 1 ? 30 : 60)) : 0;
    this.#set('uFront', front);
    this.#set('uFar', far);
    this.#set('uDust', dust);
    this.#set('uWaves', waves);
    this.#set('uShells', level >= 2 ? 0 : 1);
    this.#set('uGain', level >= 1 ? 1.6 : 1);
    this.#points.geometry.setDrawRange(0, front + far + dust + waves);
  }

  dispose(): void {
    this.#bloom?.dispose();
    this.#noise.dispose();
    this.#voices.texture.dispose();
    this.#points.geometry.dispose();
    this.#points.material.dispose();
    for (const pass of [this.#halve, this.#blur, this.#tone]) pass.dispose();
  }
}

/** A value that rises at once and falls within about a third of a second. */
const follow = (before: number, now: number, seconds: number) =>
  now > before ? now : now + (before - now) * Math.exp(-seconds / 0.12);
