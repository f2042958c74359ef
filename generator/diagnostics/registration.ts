import type { DiagnosticEntry } from './entry.ts';

/** 2xxx: handlers, behaviors, validators, services and what they need. */
export type RegistrationId =
  | 'CATGA2001'
  | 'CATGA2002'
  | 'CATGA2003'
  | 'CATGA2004'
  | 'CATGA2005'
  | 'CATGA2006'
  | 'CATGA2007'
  | 'CATGA2008'
  | 'CATGA2009'
  | 'CATGA2010'
  | 'CATGA2011'
  | 'CATGA2012'
  | 'CATGA2013'
  | 'CATGA2014'
  | 'CATGA2015'
  | 'CATGA2016'
  | 'CATGA2017'
  | 'CATGA2018'
  | 'CATGA2019'
  | 'CATGA2020'
  | 'CATGA2021';

export const registration: Readonly<Record<RegistrationId, DiagnosticEntry>> = {
  CATGA2001: {
    severity: 'error',
    title: 'Declaration is not exported',
    message: '{name} is a {subject}, but not exported from its module.',
    help: 'Export it, or tag it `@ignore`.',
  },
  CATGA2002: {
    severity: 'error',
    title: 'Two handlers for one request',
    message: '`{message}` is handled by {handlers}; a command or query has exactly one handler.',
    help: 'Remove all but one, tag the others `@ignore`, or make it an event.',
  },
  CATGA2003: {
    severity: 'error',
    title: 'Not a message',
    message: '{name} is declared for `{type}`, which is not a message of this project.',
    help: 'Name an exported message type as the type argument; an instantiated generic needs an alias of its own.',
  },
  CATGA2004: {
    severity: 'error',
    title: 'Two services for one dependency',
    message: '`{type}` is provided by {services}; it is not clear which one is meant.',
    help: 'Ask for one of the classes, tag one `@ignore`, or remove its `@service`.',
  },
  CATGA2005: {
    severity: 'error',
    title: 'Two dependencies under one name',
    message: '`registry({ {property} })` would have two types: {types}.',
    help: 'Rename one of the types, or one of the parameters.',
  },
  CATGA2006: {
    severity: 'error',
    title: 'Dependency cycle',
    message: '{name} needs itself: {chain}.',
    help: 'Take out what two of them share, or pass one of them where it is used.',
  },
  CATGA2007: {
    severity: 'error',
    title: 'Singleton holds something scoped',
    message: '{name} is a singleton and would keep the {lifetime} {dependency} for ever.',
    help: 'Tag {name} `@lifetime {lifetime}`, or make {dependency} a singleton.',
  },
  CATGA2008: {
    severity: 'warning',
    title: 'Mediator injected',
    message: '{name} takes the Mediator, which loses causation, deadline and unit of work.',
    help: 'Use `context.send`, `context.publish` or `context.enqueue`; the Mediator is for the edges of a program.',
  },
  CATGA2009: {
    severity: 'error',
    title: 'Dependency type cannot be named',
    message: 'The type of `{parameter}` of {name} cannot be written in generated code: {reason}.',
    help: 'Export the type, or give it a name.',
  },
  CATGA2010: {
    severity: 'error',
    title: 'Wrong kind of handler',
    message: '{name} implements `{contract}`, but `{type}` is {kind}.',
    help: 'Implement `{expected}<{type}>`.',
  },
  CATGA2011: {
    severity: 'error',
    title: 'Class cannot be constructed',
    message: '{name} cannot be constructed by generated code: {reason}.',
    help: 'Make the class concrete, with a public constructor and without type parameters, or tag it `@ignore`.',
  },
  CATGA2012: {
    severity: 'error',
    title: 'Behavior without a clear style',
    message: '{name} declares {reason}.',
    help: 'Declare either `before`, `after`, `error`, or `handle` with `next`.',
  },
  CATGA2013: {
    severity: 'error',
    title: 'Validator of several messages',
    message: '{name} validates {messages}.',
    help: 'Declare one validator for each message; they can share a function.',
  },
  CATGA2014: {
    severity: 'error',
    title: 'Dependency cannot be resolved',
    message: 'The type of `{parameter}` of {name} cannot be resolved: `{type}`.',
    help: 'Check its name and import, and that the package that declares it is installed and, in a workspace, built.',
  },
  CATGA2015: {
    severity: 'error',
    title: 'Class has two roles',
    message: '{name} is both a {first} and a {second}.',
    help: 'Declare a class for each; what they share can be a `@service`.',
  },
  CATGA2016: {
    severity: 'error',
    title: 'Declaration in a form that is not supported',
    message: '{name} is a {subject} written as {form}.',
    help: '{instead}',
  },
  CATGA2017: {
    severity: 'error',
    title: 'Message of another package',
    message: '{name} is declared for `{type}`, which {origin} declares, not this project.',
    help: 'List the package under `modules` if it generates code of its own; otherwise declare the message here: `{declaration}`.',
  },
  CATGA2018: {
    severity: 'error',
    title: 'Dependencies without names',
    message: 'The dependencies of {name} are `{type}`: {reason}.',
    help: 'Take one object with a member for each: `({ clock }: { readonly clock: Clock })`.',
  },
  CATGA2019: {
    severity: 'error',
    title: 'Parameter cannot be injected',
    message: 'The parameter `{parameter}` of {name} {reason}.',
    help: 'Declare one named parameter for each dependency.',
  },
  CATGA2020: {
    severity: 'error',
    title: 'Declaration without an implementation',
    message: '{name} is a {subject} that is declared, but not implemented, in this file.',
    help: 'Declare it where it is implemented, in a TypeScript file of the project; of a class from a package, export a subclass.',
  },
  CATGA2021: {
    severity: 'warning',
    title: 'Declaration out of reach',
    message: 'This {subject} is made {place}, so it is not registered.',
    help: 'Declare it at the top level of a module and export it, or tag the statement around it `@ignore`.',
  },
};
