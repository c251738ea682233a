import {
  BufferGeometry,
  Camera,
  GLSL3,
  type IUniform,
  Mesh,
  NoBlending,
  RawShaderMaterial,
  type WebGLRenderer,
  type WebGLRenderTarget,
} from 'three';
import { coverVertex } from './picture-shaders';

export type Uniforms = Record<string, IUniform>;

const camera = new Camera();
/** One triangle that covers everything; its corners are worked out in the shader. */
const cover = new BufferGeometry();
cover.setDrawRange(0, 3);

/** A mesh that covers its target with what a fragment shader draws. */
export function coverMesh(
  fragmentShader: string,
  uniforms: Uniforms,
): Mesh<BufferGeometry, RawShaderMaterial> {
  const material = new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: coverVertex,
    fragmentShader,
    uniforms,
    blending: NoBlending,
    depthTest: false,
    depthWrite: false,
  });
  const mesh = new Mesh(cover, material);
  mesh.frustumCulled = false;
  return mesh;
}

/** One step from a picture to the next. */
export class Pass {
  readonly #mesh: Mesh<BufferGeometry, RawShaderMaterial>;

  constructor(fragmentShader: string, names: readonly string[], shared: Uniforms = {}) {
    const own = Object.fromEntries(names.map((name) => [name, { value: null }]));
    this.#mesh = coverMesh(fragmentShader, { ...own, ...shared });
  }

  /** Draws into a target, or onto the canvas where it is null. */
  draw(gl: WebGLRenderer, target: WebGLRenderTarget | null, values: Record<string, unknown>): void {
    const { uniforms } = this.#mesh.material;
    for (const [name, value] of Object.entries(values)) {
      const uniform = uniforms[name];
      if (uniform) uniform.value = value;
    }
    this.#mesh.material.uniformsNeedUpdate = true;
    gl.setRenderTarget(target);
    gl.render(this.#mesh, camera);
  }

  dispose(): void {
    this.#mesh.material.dispose();
  }
}

export { camera };
