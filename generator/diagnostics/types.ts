import type { DiagnosticEntry } from './entry.ts';

/** 11xx: types that cannot travel. */
export type TypeId =
  | 'CATGA1101'
  | 'CATGA1102'
  | 'CATGA1103'
  | 'CATGA1104'
  | 'CATGA1105'
  | 'CATGA1106'
  | 'CATGA1107'
  | 'CATGA1108'
  | 'CATGA1109'
  | 'CATGA1110'
  | 'CATGA1112'
  | 'CATGA1115'
  | 'CATGA1116'
  | 'CATGA1117'
  | 'CATGA1118'
  | 'CATGA1119'
  | 'CATGA1120'
  | 'CATGA1121'
  | 'CATGA1122'
  | 'CATGA1126'
  | 'CATGA1127'
  | 'CATGA1128';

export const types: Readonly<Record<TypeId, DiagnosticEntry>> = {
  CATGA1101: {
    severity: 'error',
    title: 'Function in a message',
    message: '{path} is a function, which cannot be sent.',
    help: 'Remove it from the message; behavior belongs to handlers and services.',
  },
  CATGA1102: {
    severity: 'error',
    title: 'Symbol in a message',
    message: '{path} is a symbol, which cannot be sent.',
    help: 'Use a string.',
  },
  CATGA1103: {
    severity: 'error',
    title: 'Promise in a message',
    message: '{path} is a promise, which cannot be sent.',
    help: 'Await it and send the value.',
  },
  CATGA1104: {
    severity: 'error',
    title: 'Weak collection in a message',
    message: '{path} is a {type}, whose content cannot be listed.',
    help: 'Use `Map` or `Set`.',
  },
  CATGA1105: {
    severity: 'error',
    title: 'Boxed primitive in a message',
    message: '{path} is the object type `{type}`.',
    help: 'Write `{primitive}`.',
  },
  CATGA1106: {
    severity: 'error',
    title: 'Untyped value in a message',
    message: '{path} is `{type}`, so nothing can be checked about it.',
    help: 'Declare its type, or accept it by adding `{pattern}` to `unknown` in catga.config.ts.',
  },
  CATGA1107: {
    severity: 'error',
    title: 'Object without declared members',
    message: '{path} is `{type}`: any value fits it, and none of its members would be sent.',
    help: 'Declare its members, use `Record<string, T>`, or `unknown` with an entry in catga.config.ts.',
  },
  CATGA1108: {
    severity: 'error',
    title: 'Type cannot be resolved',
    message: '{path} has a type that cannot be resolved: `{type}`.',
    help: 'Check its name and import, and that the package that declares it is installed and, in a workspace, built.',
  },
  CATGA1109: {
    severity: 'error',
    title: 'Private state in a class that is sent',
    message: '{path} is an instance of {type}, whose `{member}` is {access} and would be lost.',
    help: 'Make the member public and readonly, or send a plain interface instead of the class.',
  },
  CATGA1110: {
    severity: 'error',
    title: 'Class without a way back',
    message: '{path} is an instance of {type}, which cannot be made from its members: {reason}.',
    help: 'Name the constructor parameters like the members, take one object with them, or add `static from(members)`.',
  },
  CATGA1112: {
    severity: 'error',
    title: 'Unsupported binary type',
    message: '{path} is a `{type}`, which is shared memory or may be any binary data.',
    help: 'Use `Uint8Array`, or the typed array that it is.',
  },
  CATGA1115: {
    severity: 'error',
    title: 'Unsupported built-in type',
    message: '{path} is the built-in `{type}`, which has no wire form.',
    help: 'Send the data that it stands for: a string, a number, or an object of your own.',
  },
  CATGA1116: {
    severity: 'error',
    title: 'Symbol as a key',
    message: '{path} has a member whose key is a symbol ({member}).',
    help: 'Use a string key; symbols cannot be sent.',
  },
  CATGA1117: {
    severity: 'error',
    title: 'Type grows without end',
    message: '{path} expands without end: each `{type}` holds another with new type arguments.',
    help: 'Break the recursion with a type whose arguments stay the same.',
  },
  CATGA1118: {
    severity: 'error',
    title: 'Unsupported index signature',
    message: '{path} has an index signature over {type}.',
    help: 'Use `Record<string, T>`, `Record<number, T>` or a `Map`.',
  },
  CATGA1119: {
    severity: 'error',
    title: 'No value is possible',
    message: '{path} is `{type}`: no value fits it.',
    help: 'Make the member optional, remove it, or correct the types that contradict each other.',
  },
  CATGA1120: {
    severity: 'error',
    title: 'Unsupported intersection',
    message: '{path} is `{type}`: {reason}.',
    help: 'Intersect plain object types only, or declare an object that holds both as members.',
  },
  CATGA1121: {
    severity: 'error',
    title: 'Union cannot be told apart',
    message: '{path} is a union whose variants {clash} cannot be told apart: {reason}.',
    help: 'Give the variants a common member with a different literal in each, for example `kind`; wrap what has no members in objects that do.',
  },
  CATGA1122: {
    severity: 'error',
    title: 'Both null and undefined in one place',
    message: '{path} may be `null` and `undefined`, which look the same on the wire.',
    help: 'Use one of the two.',
  },
  CATGA1126: {
    severity: 'error',
    title: 'Text with a lone surrogate',
    message: '{path} holds the text {text}, which has a lone surrogate and so no UTF-8.',
    help: 'Use well-formed text.',
  },
  CATGA1127: {
    severity: 'error',
    title: 'Layout that a type cannot have',
    message: '{path} is `@wire {layout}`: {reason}.',
    help: 'Give the tag to objects whose members are all declared, where they are declared.',
  },
  CATGA1128: {
    severity: 'error',
    title: 'Unknown members that a type cannot keep',
    message: '{path} is `@wire keepUnknown`: {reason}.',
    help: 'Take the tag away, or give it to objects that are maps, where they are declared.',
  },
};
