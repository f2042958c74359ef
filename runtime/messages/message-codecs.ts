import type { Codec } from '../codecs/codec.ts';
import type { FormerVersions } from './former-version.ts';

/** The codecs of one message type. */
export interface MessageCodecs {
  readonly body: Codec<unknown>;
  /** Commands and queries: the response's codec. Absent where the response is `void`. */
  readonly response?: Codec<unknown>;
  /** Absent where no former version is read. */
  readonly former?: FormerVersions;
}

/**
 * Where a message's codecs are. Their module is loaded when they are first needed: what V8 does not parse at start-up costs
 * nothing, and codecs are most of what is generated. Watched by `bench startup first-command/1000`.
 */
export interface CodecLoader {
  /** The generated module, for reading: `codecs/orders/messages`. Nothing is looked up by it. */
  readonly module: string;
  /** Loads the module where that has not happened yet. Rejects with whatever the module system says. */
  readonly load: () => Promise<MessageCodecs>;
}
