export { loadPeople } from './load-people.ts';
export { CardCondition, LiveFrame, Person } from './person.ts';
export { type PersonFile, personFile } from './person-file.ts';
