// The house of docs/architecture.md: a room may import only rooms on lower floors.
const floors = [
  ['outcome', 'appearance'],
  ['picture-process'],
  ['card', 'pki', 'face', 'printed-card', 'insurance'],
  ['card-simulator', 'identification', 'exchange'],
  ['eligibility', 'reception', 'residence', 'terminal', 'wallet'],
  ['kiosk', 'console'],
  ['honnin'],
];

const folder = (rooms) => `^rooms/(${rooms.join('|')})/`;

const onlyDownward = floors.map((rooms, floor) => ({
  name: `floor-${floor + 1}-only-downward`,
  comment: 'Arrows run only downward: import from a lower floor, or move the code there.',
  severity: 'error',
  from: { path: folder(rooms) },
  to: { path: folder(floors.slice(floor).flat()), pathNot: '^rooms/$1/' },
}));

export default {
  forbidden: [
    ...onlyDownward,
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'rooms-only-through-their-door',
      comment:
        'Another room is entered through its exports map (@honnin/<room>), never by a path into its source.',
      severity: 'error',
      from: { path: '^rooms/([^/]+)/' },
      to: { path: '^rooms/', pathNot: '^rooms/$1/', dependencyTypes: ['local'] },
    },
    {
      name: 'not-to-test',
      comment: 'Shipped code does not lean on tests.',
      severity: 'error',
      from: { pathNot: '\\.(test|int\\.test|e2e)\\.tsx?$|/test/' },
      to: { path: '\\.(test|int\\.test|e2e)\\.tsx?$' },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: 'messages/compiled' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'messages/compiled' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
