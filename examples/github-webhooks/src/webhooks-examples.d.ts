// The examples are six megabytes of JSON: said what they are, the compiler does not have to read them to find out.
declare module '@octokit/webhooks-examples/api.github.com/index.json' {
  import type { WebhookEventName } from '@octokit/webhooks-types';

  const examples: readonly { readonly name: WebhookEventName; readonly examples: readonly unknown[] }[];
  export default examples;
}
