import type { HumanRecipe } from './human-recipe.ts';
import type { MakehumanData } from './makehuman-data.ts';
import { numberAt } from './number-at.ts';
import { randomStream } from './random-stream.ts';
import { shapeModifiers } from './shape-modifiers.ts';

/** What a face does for the moment of one picture. */
export interface Expression {
  /** Eyelids, 0 open … 1 closed. */
  readonly closure: number;
  readonly smile: number;
  readonly browsUp: number;
}

const calm = 0.28;

/** Base vertices (x, y, z in dm) of the person, with the expression of the moment, not posed. */
export function morphedBody(data: MakehumanData, recipe: HumanRecipe, expression: Expression): Float64Array {
  const body = Float64Array.from(data.base.vertices);
  const move = (name: string, strength: number) => {
    if (Math.abs(strength) < 1e-4) return;
    const target = data.target(name);
    for (let i = 0; i < body.length; i++) body[i] = numberAt(body, i) + numberAt(target, i) * 1e-3 * strength;
  };
  for (const [name, strength] of macroTargets(recipe)) move(name, strength);
  for (const [name, strength] of drawnTargets(recipe)) move(name, strength);
  for (const [race, share] of shares(recipe)) {
    const unit = (name: string, strength: number) =>
      move(`expression/units/${race}/${name}`, strength * share);
    unit('eye-left-closure', expression.closure);
    unit('eye-right-closure', expression.closure);
    unit('mouth-corner-puller', expression.smile);
    unit('eyebrows-left-up', expression.browsUp);
    unit('eyebrows-right-up', expression.browsUp);
    // Raised inner ends take the sternness out of a still face.
    unit('eyebrows-left-inner-up', calm);
    unit('eyebrows-right-inner-up', calm);
  }
  return body;
}

function shares(recipe: HumanRecipe): [string, number][] {
  const sum = recipe.shape.asian + recipe.shape.caucasian + recipe.shape.african;
  return Object.entries(recipe.shape).map(([race, share]) => [race, share / sum]);
}

/** Age by the mesh's own anchors: baby 1, child 10, young 25, old 90 years. */
function ages(years: number): [string, number][] {
  const anchors: [string, number][] = [
    ['baby', 1],
    ['child', 10],
    ['young', 25],
    ['old', 90],
  ];
  for (const [index, [name, start]] of anchors.entries()) {
    const next = anchors[index + 1];
    if (!next || years >= next[1]) continue;
    const along = Math.max(0, (years - start) / (next[1] - start));
    return [
      [name, 1 - along],
      [next[0], along],
    ];
  }
  return [['old', 1]];
}

function macroTargets(recipe: HumanRecipe): [string, number][] {
  const list: [string, number][] = [];
  const sexes: [string, number][] = [
    ['female', recipe.female],
    ['male', 1 - recipe.female],
  ];
  const weight = recipe.weight < 0 ? 'minweight' : 'maxweight';
  for (const [sex, sexShare] of sexes) {
    for (const [age, ageShare] of ages(recipe.years)) {
      for (const [race, share] of shares(recipe)) {
        list.push([`macrodetails/${race}-${sex}-${age}`, share * sexShare * ageShare]);
      }
      const both = sexShare * ageShare;
      const stem = `macrodetails/universal-${sex}-${age}-averagemuscle`;
      list.push([`${stem}-averageweight`, both * (1 - Math.abs(recipe.weight))]);
      list.push([`${stem}-${weight}`, both * Math.abs(recipe.weight)]);
    }
  }
  return list.filter(([, strength]) => strength > 0);
}

/** The random shape of this person: the same seed always draws the same face. */
function drawnTargets(recipe: HumanRecipe): [string, number][] {
  const stream = randomStream('shape', recipe.seed);
  return shapeModifiers.flatMap(({ name, less, more, share }) => {
    const drawn = Math.max(-1.7, Math.min(1.7, stream.normal())) * recipe.variety * share;
    const strength = recipe.morphs[name] ?? drawn;
    const targets = strength < 0 ? less : more;
    return targets.map((target): [string, number] => [target, Math.abs(strength)]);
  });
}
