/** Renderers that draw with the processor: they would take the page's time for a picture nobody needs. */
const software = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/**
 * Whether this device draws with a graphics chip and into half-float targets.
 * @param anyway also accept a renderer in software
 */
export function hasGraphics(anyway = false): boolean {
  const gl = document
    .createElement('canvas')
    .getContext('webgl2', { failIfMajorPerformanceCaveat: !anyway, antialias: false });
  if (!gl) return false;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  const isFit =
    gl.getExtension('EXT_color_buffer_float') !== null ||
    gl.getExtension('EXT_color_buffer_half_float') !== null;
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return isFit && (anyway || !software.test(name));
}
