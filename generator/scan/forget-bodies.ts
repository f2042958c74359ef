import type { ts as tsMorph } from 'ts-morph';
import { ts } from './compiler-library.ts';

/**
 * Empties the bodies of functions and methods that say nothing about types: their declarations do. Most of a project's
 * text is such bodies, and the compiler would bind every name in them. To be called before the program's types are asked
 * for; what is imported from within bodies has been found by then.
 */
export function forgetBodies(program: tsMorph.Program): void {
  for (const file of program.getSourceFiles()) {
    if (emptied.has(file)) continue;
    emptied.add(file);
    // In a script what is assigned in a body may declare a member.
    if (file.isDeclarationFile || !/\.[cm]?tsx?$/.test(file.fileName)) continue;
    for (const statement of file.statements) {
      if (ts.isClassDeclaration(statement)) forgetMembers(statement, file.text);
      else if (ts.isFunctionDeclaration(statement) && statement.type) empty(statement.body, file.text);
    }
  }
}

// A file of the program before has been here.
const emptied = new WeakSet<tsMorph.SourceFile>();

function forgetMembers({ members }: tsMorph.ClassDeclaration, text: string): void {
  // A property without a type gets it from what the constructor assigns.
  const isTyped = members.every(
    (member) => !ts.isPropertyDeclaration(member) || (member.type ?? member.initializer) !== undefined,
  );
  for (const member of members) {
    if (ts.isConstructorDeclaration(member) ? isTyped : ts.isMethodDeclaration(member) && member.type) {
      empty((member as tsMorph.ConstructorDeclaration | tsMorph.MethodDeclaration).body, text);
    }
  }
}

// The block itself stays: without one, an implementation would be taken for one more overload.
function empty(body: tsMorph.Block | undefined, text: string): void {
  if (body && !mayDeclare.test(text.slice(body.pos, body.end))) Object.assign(body, { statements: none });
}

// What is declared inside a function is out of reach, which is reported.
const mayDeclare = /\bclass\b|handler\b/i;

const none = ts.factory.createNodeArray<tsMorph.Statement>();
