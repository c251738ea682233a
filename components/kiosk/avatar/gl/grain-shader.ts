import { fieldShader } from './field-shader';

/** Grains, dust and wave fronts: every place is worked out here from the number of the point alone. */
export const grainVertex = /* glsl */ `${fieldShader}
uniform float uRadius;
uniform float uSide;
uniform int uFront;
uniform int uFar;
uniform int uDust;
uniform int uWaves;
uniform float uShells;
uniform float uSparks;
uniform float uHalo;
uniform float uGain;
uniform vec4 uBands;
uniform float uFlow;
out vec3 vColor;
out float vSigma;
out float vSize;

uint seed;
float random() {
  seed = seed * 747796405u + 2891336453u;
  uint word = ((seed >> ((seed >> 28u) + 4u)) ^ seed) * 277803737u;
  return float((word >> 22u) ^ word) / 4294967296.0;
}
float brightness() {
  float draw = random();
  float other = random();
  if (draw < 0.1 * uSparks) return draw < 0.012 ? 6.0 : 2.0;
  return 0.1 + 0.7 * other;
}
void place(vec2 at, float sigma, vec3 color) {
  vSigma = sigma;
  vSize = 2.0 * ceil(2.2 * sigma) + 1.0;
  vColor = color;
  gl_PointSize = vSize;
  gl_Position = vec4(at * uRadius * 2.0 / uSide, 0.0, 1.0);
}
void hide() {
  vColor = vec3(0.0);
  vSigma = vSize = gl_PointSize = 1.0;
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}

void grain(int number, int count, bool isFar) {
  // A Fibonacci lattice over the half that faces the viewer, with a little disorder.
  float z = 1.0 - (float(number) + 0.5) / float(count) + (random() - 0.5) * 0.012;
  float bright = brightness();
  float sigma = 0.55 + 0.6 * random();
  float layer = random();
  float shell = layer < 0.14 ? 0.55 + 0.45 * random() : 1.0;
  if (shell < 1.0 && uShells < 0.5) { hide(); return; }
  float turn = float(uint(number) * 2654435769u) / 4294967296.0 * TURN + (random() - 0.5) * 0.02;
  z = clamp(z, 0.0, 1.0);
  float flat_ = sqrt(1.0 - z * z);
  vec3 n = vec3(flat_ * cos(turn), flat_ * sin(turn), z);
  Light light = lightAt(n);
  float twinkle = 1.0 + 0.3 * sin(uTime * (0.5 + 1.3 * random()) + TURN * random());
  float share = 0.396 * bright * twinkle * (shell < 1.0 ? 0.55 : 1.0) * (isFar ? 0.2 : 1.0) * uGain;
  if (light.energy * share < 0.0018) { hide(); return; }
  float cosine = dot(n, uPole);
  float sine = sqrt(max(1e-6, 1.0 - cosine * cosine));
  vec2 at = n.xy + light.slide * (n.xy * cosine - uPole.xy) / sine;
  place(at * shell, sigma, sphereColor(light.energy, share, 0.0));
}

/** Dust that lifts off the lit limb. */
void dust() {
  float angle = random() * TURN;
  float facing = max(0.0, dot(vec2(cos(angle), sin(angle)), uKey.xy));
  float reach = 0.05 + 0.05 * random();
  float distance = 1.0 - log(1.0 - random()) * reach * 0.36;
  float energy = uHalo * uDim * pow(facing, 1.6) * (0.08 + 0.5 * random() * random());
  if (energy < 0.01 || distance > 1.3) { hide(); return; }
  place(vec2(cos(angle), sin(angle)) * distance, 0.55 + 0.4 * random(), sphereColor(energy, 1.0, 0.0));
}

/** The rings of JARVIS's voice, gone on past the limb: four fronts that run outwards, bent by its four lowest bands. */
void waveFront(int number) {
  const float distances[6] = float[](1.0, 1.045, 1.135, 1.24, 1.365, 1.52);
  const float weights[6] = float[](0.0, 1.0, 0.62, 0.36, 0.20, 0.0);
  float draw = random() * 3.28;
  int front = draw < 1.0 ? 1 : draw < 1.88 ? 2 : draw < 2.64 ? 3 : 4;
  float flow = fract(uFlow);
  float radius = mix(distances[front], distances[front + 1], flow);
  float weight = mix(weights[front], weights[front + 1], flow);
  if (front == 4 && random() < flow) {
    // What fades at the last front comes again at the limb.
    front = 0;
    radius = mix(distances[0], distances[1], flow);
    weight = mix(weights[0], weights[1], flow);
  }
  float angle = random() * TURN;
  float k = float(front) - floor(uFlow);
  vec4 harmonics = vec4(sin(2.0 * angle + k), sin(3.0 * angle + 2.1 * k + 1.0),
    sin(4.0 * angle - 1.3 * k + 2.0), sin(5.0 * angle + 0.7 * k));
  float bend = dot(harmonics, uBands * vec4(0.4, 0.35, 0.3, 0.25) * 1.6);
  float spread = (random() + random() + random() - 1.5) * (0.016 + 0.01 * float(front));
  float loud = voices(0.35 + (float(front) + flow) * 0.14).y;
  float energy = (0.34 + 0.12 * bend) * pow(weight, 0.8) * brightness() * loud * uCombs.z * 1.25;
  if (energy < 0.004) { hide(); return; }
  place(vec2(cos(angle), sin(angle)) * (radius + 0.016 * bend + spread), 0.55 + 0.35 * random(),
    sphereColor(energy, 1.1, 0.0));
}

void main() {
  int number = gl_VertexID;
  seed = uint(number) * 1973u + 9277u;
  random();
  if (number < uFront) { grain(number, uFront, false); return; }
  number -= uFront;
  if (number < uFar) { grain(number, uFar, true); return; }
  number -= uFar;
  if (number < uDust) { dust(); return; }
  waveFront(number - uDust);
}
`;

export const grainFragment = /* glsl */ `precision highp float;
in vec3 vColor;
in float vSigma;
in float vSize;
out vec4 fragment;
void main() {
  vec2 from = (gl_PointCoord - 0.5) * vSize;
  fragment = vec4(vColor * exp(-dot(from, from) / (2.0 * vSigma * vSigma)), 1.0);
}
`;
