import {
  ACESFilmicToneMapping,
  AmbientLight,
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  Color,
  DirectionalLight,
  DoubleSide,
  EquirectangularReflectionMapping,
  type Material,
  Mesh,
  MeshPhysicalMaterial,
  MeshStandardMaterial,
  PCFSoftShadowMap,
  PerspectiveCamera,
  PMREMGenerator,
  Scene,
  SRGBColorSpace,
  Texture,
  Vector3,
  WebGLRenderer,
} from 'three';
import type { Stage, StageLight, StageMesh } from './stage-message.ts';

declare global {
  interface Window {
    stage: Stage;
  }
}

const canvas = document.createElement('canvas');
document.body.append(canvas);
const renderer = new WebGLRenderer({ canvas, antialias: true, preserveDrawingBuffer: true });
renderer.shadowMap.enabled = true;
renderer.shadowMap.type = PCFSoftShadowMap;
renderer.toneMapping = ACESFilmicToneMapping;
renderer.outputColorSpace = SRGBColorSpace;

const textures = new Map<string, Texture>();
const materials = new Map<string, Material>();
const surroundings = roomReflections();

window.stage = {
  async keep(key, url) {
    if (!textures.has(key)) textures.set(key, await textureOf(url));
  },
  async shoot(meshes, shot) {
    const scene = new Scene();
    scene.environment = surroundings;
    scene.environmentIntensity = shot.surround;
    scene.background = await textureOf(shot.backdrop);
    scene.backgroundIntensity = shot.backdropLight;
    scene.add(new AmbientLight(0xffffff, 0.05));
    for (const mesh of meshes) scene.add(drawnMesh(mesh));
    for (const light of shot.lights) addLight(scene, light, shot.target);
    const vertical = (2 * Math.atan(shot.height / 2 / shot.focal) * 180) / Math.PI;
    const camera = new PerspectiveCamera(vertical, shot.width / shot.height, 0.5, 60);
    camera.position.set(...shot.camera);
    camera.lookAt(...shot.target);
    renderer.toneMappingExposure = shot.exposure;
    renderer.setSize(shot.width, shot.height, false);
    renderer.render(scene, camera);
    const picture = opaque(canvas).toDataURL('image/png');
    scene.traverse((thing) => {
      if (!(thing instanceof Mesh)) return;
      (thing.geometry as BufferGeometry).dispose();
    });
    for (const light of scene.children) if (light instanceof DirectionalLight) light.dispose();
    (scene.background as Texture).dispose();
    return picture;
  },
};

function drawnMesh(mesh: StageMesh): Mesh {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(bytes(mesh.positions)), 3));
  geometry.setAttribute('normal', new BufferAttribute(new Float32Array(bytes(mesh.normals)), 3));
  geometry.setAttribute('uv', new BufferAttribute(new Float32Array(bytes(mesh.uvs)), 2));
  geometry.setIndex(new BufferAttribute(new Uint32Array(bytes(mesh.triangles)), 1));
  const thing = new Mesh(geometry, keptMaterial(mesh));
  thing.castShadow = mesh.look !== 'lens' && mesh.look !== 'eye';
  thing.receiveShadow = mesh.look !== 'lens';
  thing.renderOrder = mesh.look === 'hair' ? 3 : mesh.look === 'card' ? 2 : mesh.look === 'lens' ? 4 : 1;
  return thing;
}

/** Materials stay: a new one would compile its program again, which takes longer than the drawing. */
function keptMaterial(mesh: StageMesh): Material {
  const key = JSON.stringify([mesh.look, mesh.texture, mesh.colour]);
  const material = materials.get(key) ?? materialOf(mesh);
  materials.set(key, material);
  return material;
}

function materialOf(mesh: StageMesh): Material {
  const map = mesh.texture ? (textures.get(mesh.texture) ?? null) : null;
  const color = new Color().setRGB(...(mesh.colour ?? [1, 1, 1]), SRGBColorSpace);
  switch (mesh.look) {
    case 'skin': {
      const skin = new MeshPhysicalMaterial({ map, color, roughness: 0.56, specularIntensity: 0.55 });
      skin.onBeforeCompile = bleedThroughSkin;
      return skin;
    }
    case 'eye':
      return new MeshPhysicalMaterial({
        map,
        color,
        roughness: 0.35,
        clearcoat: 1,
        clearcoatRoughness: 0.04,
        alphaTest: 0.5,
      });
    case 'hair':
      return new MeshStandardMaterial({
        map,
        color,
        roughness: 0.62,
        side: DoubleSide,
        alphaTest: 0.32,
        alphaToCoverage: true,
      });
    case 'card':
      return new MeshStandardMaterial({
        map,
        color,
        roughness: 0.8,
        side: DoubleSide,
        transparent: true,
        depthWrite: false,
        polygonOffset: true,
        polygonOffsetFactor: -2,
        polygonOffsetUnits: -2,
      });
    case 'lens':
      return new MeshPhysicalMaterial({
        color,
        roughness: 0.05,
        transparent: true,
        opacity: 0.06,
        depthWrite: false,
        side: DoubleSide,
      });
    case 'frame':
      return new MeshStandardMaterial({ color, roughness: 0.35, metalness: 0.2, side: DoubleSide });
    case 'mask':
    case 'cloth':
      return new MeshStandardMaterial({ map, color, roughness: 0.9, side: DoubleSide });
  }
}

/** Light that enters skin comes out beside its edge and redder: let the terminator run soft and warm. */
function bleedThroughSkin(shader: { fragmentShader: string }): void {
  shader.fragmentShader = shader.fragmentShader.replace(
    '#include <lights_fragment_end>',
    `#include <lights_fragment_end>
     float rim = pow(1.0 - saturate(dot(normalize(vViewPosition), normal)), 3.0);
     reflectedLight.indirectDiffuse += diffuseColor.rgb * vec3(0.10, 0.035, 0.02) * (0.6 + rim);`,
  );
}

function addLight(scene: Scene, light: StageLight, target: readonly [number, number, number]): void {
  const lamp = new DirectionalLight(new Color().setRGB(...light.colour, SRGBColorSpace), light.strength);
  const aim = new Vector3(...target);
  lamp.position.copy(new Vector3(...light.from).normalize().multiplyScalar(14).add(aim));
  lamp.target.position.copy(aim);
  lamp.castShadow = true;
  lamp.shadow.mapSize.set(1024, 1024);
  lamp.shadow.radius = light.softness;
  lamp.shadow.normalBias = 0.02;
  lamp.shadow.bias = -0.0006;
  const half = 3.2;
  Object.assign(lamp.shadow.camera, { left: -half, right: half, top: half, bottom: -half, near: 4, far: 26 });
  scene.add(lamp, lamp.target);
}

/** What shines and mirrors in the lobby: ceiling panels, a window on one side, a warm floor. */
function roomReflections(): Texture {
  const picture = document.createElement('canvas');
  picture.width = 512;
  picture.height = 256;
  const pen = picture.getContext('2d');
  if (!pen) throw new Error('the browser has no canvas');
  const room = pen.createLinearGradient(0, 0, 0, 256);
  room.addColorStop(0, '#e9e9e6');
  room.addColorStop(0.5, '#a9a59e');
  room.addColorStop(1, '#5d5348');
  pen.fillStyle = room;
  pen.fillRect(0, 0, 512, 256);
  pen.fillStyle = '#ffffff';
  for (const x of [40, 150, 260, 370, 470]) pen.fillRect(x, 14, 56, 30);
  pen.fillRect(330, 70, 60, 66);
  const texture = new CanvasTexture(picture);
  texture.mapping = EquirectangularReflectionMapping;
  texture.colorSpace = SRGBColorSpace;
  return new PMREMGenerator(renderer).fromEquirectangular(texture).texture;
}

/** Half-covered strands leave half-transparent pixels, which are no hole to see the page through. */
function opaque(picture: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas');
  copy.width = picture.width;
  copy.height = picture.height;
  copy.getContext('2d', { alpha: false })?.drawImage(picture, 0, 0);
  return copy;
}

async function textureOf(url: string): Promise<Texture> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const texture = new Texture(image);
  texture.colorSpace = SRGBColorSpace;
  texture.anisotropy = 4;
  texture.needsUpdate = true;
  return texture;
}

function bytes(text: string): ArrayBuffer {
  const binary = atob(text);
  const array = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) array[i] = binary.charCodeAt(i);
  return array.buffer;
}
