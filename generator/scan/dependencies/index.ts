export { draftDemands, providedKeys } from './draft-demands.ts';
