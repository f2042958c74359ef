import type { DiagnosticEntry } from './entry.ts';

/** 10xx: message declarations and their tags. */
export type DeclarationId =
  | 'CATGA1001'
  | 'CATGA1002'
  | 'CATGA1003'
  | 'CATGA1004'
  | 'CATGA1005'
  | 'CATGA1006'
  | 'CATGA1007'
  | 'CATGA1008'
  | 'CATGA1009'
  | 'CATGA1010'
  | 'CATGA1011'
  | 'CATGA1012'
  | 'CATGA1013'
  | 'CATGA1014'
  | 'CATGA1015'
  | 'CATGA1016'
  | 'CATGA1017'
  | 'CATGA1018'
  | 'CATGA1019'
  | 'CATGA1020'
  | 'CATGA1021'
  | 'CATGA1022'
  | 'CATGA1023'
  | 'CATGA1024';

export const declarations: Readonly<Record<DeclarationId, DiagnosticEntry>> = {
  CATGA1001: {
    severity: 'error',
    title: 'Message is not exported',
    message: '{name} is declared as a message, but not exported from its module.',
    help: 'Export it, or tag it `@ignore` if it is only a base of other messages.',
  },
  CATGA1002: {
    severity: 'error',
    title: 'Message is generic',
    message: '{name} has type parameters ({parameters}), so its members are not known.',
    help: 'Declare each message that is sent: `export type {name}OfOrder = {name}<Order>`.',
  },
  CATGA1003: {
    severity: 'error',
    title: 'Wire name is used twice',
    message: '{name} and {other} both have the wire name `{wireName}`.',
    help: 'Give one of them another name: `@message {wireName}-2`.',
  },
  CATGA1004: {
    severity: 'error',
    title: 'Member name is reserved',
    message: '{name} declares a member `{member}`, which carries the wire name of every message.',
    help: 'Rename the member; the wire name itself is set with `@message`.',
  },
  CATGA1005: {
    severity: 'warning',
    title: 'Unknown tag',
    message: '`@{tag}` is not a tag of Catga.',
    help: 'Did you mean `@{suggestion}`?',
  },
  CATGA1006: {
    severity: 'error',
    title: 'Tag argument is not valid',
    message: '`{written}` is not valid: {reason}.',
    help: 'Write it as `{form}`.',
  },
  CATGA1007: {
    severity: 'error',
    title: 'Tag has no meaning here',
    message: '`@{tag}` says nothing about {subject} {name}.',
    help: 'Remove it; it is for {allowed}.',
  },
  CATGA1008: {
    severity: 'error',
    title: 'Tag names a member that does not fit',
    message: '`@{tag} {path}` does not work for {name}: {reason}.',
    help: 'Name a member that is always there and is a string, number or bigint.',
  },
  CATGA1009: {
    severity: 'error',
    title: 'Tag is given twice',
    message: '`@{tag}` is given more than once on {name}.',
    help: 'Keep one of them.',
  },
  CATGA1010: {
    severity: 'error',
    title: 'Parameter property under erasableSyntaxOnly',
    message:
      'The constructor of {name} declares the parameter property `{member}`, which `erasableSyntaxOnly` forbids.',
    help: 'Declare the member and assign it in the constructor.',
  },
  CATGA1011: {
    severity: 'error',
    title: 'Settings name a message that does not exist',
    message: 'The settings have tags for `{name}`, but no message is declared there.',
    help: 'Write it as `<module>#<Type>`, for example `src/orders/messages#PlaceOrder`.',
  },
  CATGA1012: {
    severity: 'error',
    title: 'Message has no data shape',
    message: '{name} is a message, but {reason}.',
    help: 'Declare it as an interface, a class, or an alias of an object type with the message base.',
  },
  CATGA1013: {
    severity: 'error',
    title: 'Strict null checks are off',
    message: '{file} does not switch `strictNullChecks` on, so `undefined` and `null` cannot be seen in types.',
    help: 'Set `"strict": true` in the compiler options.',
  },
  CATGA1014: {
    severity: 'error',
    title: 'Type comes from generated code',
    message: '{path} has a type that is imported from the output folder `{folder}`.',
    help: 'Import the type from the module that declares it; generated modules are made from it.',
  },
  CATGA1015: {
    severity: 'error',
    title: 'Syntax error',
    message: 'This is not TypeScript: {reason}',
    help: 'Mend it; nothing is generated from a file that was understood in part.',
  },
  CATGA1016: {
    severity: 'error',
    title: 'Message cannot be imported',
    message: '{name} is a message, but declared in {place}, where generated code cannot import it.',
    help: 'Move it to the top level of a module and export it there.',
  },
  CATGA1017: {
    severity: 'error',
    title: 'Declaration in a JavaScript file',
    message: '{name} is a {subject} declared in JavaScript, which is not read for declarations.',
    help: 'Declare it in a TypeScript file; it may call what JavaScript files export.',
  },
  CATGA1018: {
    severity: 'error',
    title: 'Two modules under one path',
    message: '{file} and {other} are one module without their extensions, and both hold declarations.',
    help: 'Rename one of them, or move the declarations into one.',
  },
  CATGA1019: {
    severity: 'error',
    title: 'Class implements a message interface',
    message: 'The class {name} implements `{base}`, which is for interfaces and type aliases.',
    help: 'Extend the class that is made for it: `class {name} extends {extend}`.',
  },
  CATGA1020: {
    severity: 'error',
    title: 'Message is another name for a class',
    message: '{name} is another name for the class {class}, and names have no constructor of their own.',
    help: 'Declare a subclass: `export class {name} extends {class} {}`.',
  },
  CATGA1021: {
    severity: 'error',
    title: 'Merged declarations contradict each other',
    message: 'The declarations of {name} disagree: `@{tag} {first}` and `@{tag} {second}`.',
    help: 'Keep the tag on one of the declarations.',
  },
  CATGA1022: {
    severity: 'error',
    title: 'Project has no files',
    message: '{file} names no source files.{references}',
    help: 'Name the tsconfig of the program itself: `tsconfig: "{suggestion}"` in catga.config.ts.',
  },
  CATGA1023: {
    severity: 'error',
    title: 'Settings name a type that is not sent',
    message: 'The settings have a layout for `{name}`, but no message is made of a type of that name{suggestion}.',
    help: 'Write it as `<module or package>#<Type>`, for example `@acme/money#Money`, or take it out of `types`.',
  },
  CATGA1024: {
    severity: 'warning',
    title: 'Tag behind a declaration',
    message: '`@{tag}` stands behind a declaration on the same line, where it belongs to nothing.',
    help: 'Write the comment on a line of its own, above the declaration that it is about.',
  },
};
