// oxlint-disable-next-line import/no-unassigned-import -- imported for its effect, as Nest's documentation has it
import 'reflect-metadata';
import { Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';

/** Starts a Nest application with the given handlers, as its documentation says, without its log. */
export async function nestApplication(handlers: readonly Type<unknown>[]): Promise<INestApplicationContext> {
  class ApplicationModule {
    readonly name = 'application';
  }
  Module({ imports: [CqrsModule.forRoot()], providers: [...handlers] })(ApplicationModule);
  const application = await NestFactory.createApplicationContext(ApplicationModule, { logger: false });
  await application.init();
  return application;
}
